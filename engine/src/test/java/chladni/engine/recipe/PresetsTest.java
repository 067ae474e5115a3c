package chladni.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The presets that ship in `assets/presets`, against the paper's tables 5 and 6 (Images that Sound, appendix).
class PresetsTest {
    private static final Path PRESETS = Path.of(System.getProperty("chladni.assets", "../assets"), "presets");

    private static List<Path> recipes(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PRESETS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void theSevenPairsOfThePaperHaveItsSettings() throws IOException {
        List<Path> files = recipes("paper");
        assertThat(files).hasSize(7);
        for (Path file : files) {
            Compose recipe = (Compose) RecipeJson.read(file);
            assertThat(recipe.sampling().steps()).isEqualTo(100);
            assertThat(recipe.voices()).extracting(Voice::pack).containsExactly("stable-diffusion-v1-5", "auffusion");
            assertThat(recipe.voices()).extracting(Voice::guidance).containsOnly(10.0);
            assertThat(recipe.voices()).extracting(Voice::from).containsExactly(0.1, 0.0);
            assertThat(recipe.voices().getFirst().prompt()).startsWith("a painting of ").endsWith(", grayscale");
        }
    }

    @Test
    void theStartersRecipesNameTheStartersPacks() throws IOException {
        assertThat(recipes("starter")).isNotEmpty().allSatisfy(file -> assertThat(((Compose) RecipeJson.read(file)).voices())
                .extracting(Voice::pack).containsExactly("starter-picture", "starter-sound"));
    }

    @Test
    void thereIsOneRecipeOfEveryOtherFlow() throws IOException {
        assertThat(recipes("starter/flows")).extracting(RecipeJson::read).hasExactlyElementsOfTypes(Colourise.class, Distil.class, Imprint.class);
        Colourise colours = (Colourise) RecipeJson.read(PRESETS.resolve("starter/flows/colourise.json"));
        assertThat(List.of(colours.start(), colours.steps(), colours.takes())).containsExactly(7, 30, 16); // appendix A.3
        assertThat(colours.take().resolve("spectrogram.png")).exists();
    }

    @Test
    void theTablesAreTenByTen() throws IOException {
        for (String folder : List.of("paper", "starter")) {
            JsonNode table = JsonMapper.shared().readTree(Files.readString(PRESETS.resolve(folder).resolve("tables/ten-by-ten.json")));
            assertThat(table.get("pictures")).hasSize(10);
            assertThat(table.get("sounds")).hasSize(10);
            assertThat(RecipeJson.parse(table.get("recipe").toString(), PRESETS)).isInstanceOf(Compose.class);
        }
    }

    @Test
    void everyTableIsAStudyThatCanBeMade() throws IOException {
        for (String folder : List.of("paper", "starter")) {
            for (Path file : recipes(folder + "/tables")) {
                assertThat(StudyJson.read(file).cells()).as("%s", file).isNotEmpty();
            }
        }
    }

    @Test
    void theTablesOfThePaperCompareWhatItCompares() {
        assertThat(StudyJson.read(PRESETS.resolve("paper/tables/table-1-methods.json")).settings()).hasSize(5);
        assertThat(StudyJson.read(PRESETS.resolve("paper/tables/table-3-warm-start.json")).settings()).extracting(StudyTable.Setting::start)
                .containsExactly(new StudyTable.Start(0, 0), new StudyTable.Start(0, 0.1), new StudyTable.Start(0.1, 0),
                        new StudyTable.Start(0.2, 0));
    }
}
