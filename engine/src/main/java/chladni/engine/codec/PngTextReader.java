package chladni.engine.codec;

import java.util.Optional;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Finds our texts, and those of other image tools, in a PNG's metadata.
final class PngTextReader {
    private final Element root;

    private PngTextReader(Element root) {
        this.root = root;
    }

    static PngText of(IIOMetadata metadata) {
        if (!(metadata.getAsTree(PngFile.METADATA_FORMAT) instanceof Element root)) {
            return PngText.NONE;
        }
        PngTextReader reader = new PngTextReader(root);
        return new PngText(reader.find(PngFile.PARAMETERS), reader.find(PngFile.RECIPE),
                reader.find(PngFile.CALIBRATION).flatMap(CalibrationJson::parse));
    }

    private Optional<String> find(String keyword) {
        return entry("iTXtEntry", "text", keyword)
                .or(() -> entry("tEXtEntry", "value", keyword))
                .or(() -> entry("zTXtEntry", "text", keyword));
    }

    private Optional<String> entry(String name, String attribute, String keyword) {
        NodeList entries = root.getElementsByTagName(name);
        for (int i = 0; i < entries.getLength(); i++) {
            if (entries.item(i) instanceof Element entry && entry.getAttribute("keyword").equals(keyword)) {
                return Optional.of(entry.getAttribute(attribute));
            }
        }
        return Optional.empty();
    }
}
