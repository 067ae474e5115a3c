package chladni.app;

import javafx.application.Application;
import javafx.stage.Stage;

/// Holds the window's place until it lands.
public final class Studio extends Application {
    @Override public void start(Stage stage) {
        stage.setTitle("Chladni");
        stage.show();
    }

    public static void main(String[] arguments) {
        launch(arguments);
    }
}
