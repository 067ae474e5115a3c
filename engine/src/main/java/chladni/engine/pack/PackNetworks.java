package chladni.engine.pack;

import chladni.engine.network.NetworkConfig;
import chladni.engine.network.NetworkFolder;
import chladni.engine.network.StableDiffusionFile;
import chladni.engine.text.ClipTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A pack's parts, wherever they lie: in one folder each, or all in one checkpoint. Each is read when asked for; failures are
/// [chladni.engine.failure.PackBroken] and name the file.
sealed interface PackNetworks {
    NetworkFolder unet();

    NetworkFolder vae();

    /// The text encoder's configuration alone: what it names may be a network that the program brings.
    NetworkConfig textConfig();

    NetworkFolder textEncoder();

    ClipTokenizer tokenizer();

    NetworkConfig scheduler();

    /// Names the tokenizer's place in messages.
    Path tokenizerPlace();

    static PackNetworks of(PackFolder pack) {
        return pack.isSingleFile() ? new InOneFile(pack.path(), StableDiffusionFile.open(pack.path())) : new InFolders(pack);
    }

    /// As diffusers lays a pack out.
    record InFolders(PackFolder pack) implements PackNetworks {
        @Override
        public NetworkFolder unet() {
            return NetworkFolder.open(pack.unet());
        }

        @Override
        public NetworkFolder vae() {
            return NetworkFolder.open(pack.vae());
        }

        @Override
        public NetworkConfig textConfig() {
            return NetworkConfig.read(pack.textEncoder().resolve("config.json"));
        }

        @Override
        public NetworkFolder textEncoder() {
            return NetworkFolder.open(pack.textEncoder());
        }

        @Override
        public ClipTokenizer tokenizer() {
            return ClipTokenizer.open(pack.tokenizer());
        }

        @Override
        public NetworkConfig scheduler() {
            return NetworkConfig.read(pack.scheduler().resolve("scheduler_config.json"));
        }

        @Override
        public Path tokenizerPlace() {
            return pack.tokenizer();
        }
    }

    /// A checkpoint has neither tokenizer nor schedule; they are the published version's, unless a folder beside it has others.
    record InOneFile(Path file, StableDiffusionFile networks) implements PackNetworks {
        @Override
        public NetworkFolder unet() {
            return networks.unet();
        }

        @Override
        public NetworkFolder vae() {
            return networks.vae();
        }

        @Override
        public NetworkConfig textConfig() {
            return networks.textEncoder().config();
        }

        @Override
        public NetworkFolder textEncoder() {
            return networks.textEncoder();
        }

        @Override
        public ClipTokenizer tokenizer() {
            Path stated = StableDiffusionFile.beside(file).resolve("tokenizer");
            return Files.isDirectory(stated) ? ClipTokenizer.open(stated) : ClipTokenizer.bundled(networks.openClip() ? "!" : "<|endoftext|>");
        }

        /// What diffusers takes for such files: PNDM's for version 1; for version 2 the same noise, from which v is predicted.
        @Override
        public NetworkConfig scheduler() {
            Path stated = StableDiffusionFile.beside(file).resolve("scheduler").resolve("scheduler_config.json");
            if (Files.isRegularFile(stated)) {
                return NetworkConfig.read(stated);
            }
            ObjectNode config = JsonMapper.shared().createObjectNode();
            config.put("beta_start", 0.00085).put("beta_end", 0.012).put("beta_schedule", "scaled_linear").put("num_train_timesteps", 1000)
                    .put("steps_offset", 1).put("set_alpha_to_one", false).put("skip_prk_steps", true)
                    .put("prediction_type", networks.openClip() ? "v_prediction" : "epsilon");
            return NetworkConfig.of(file, config);
        }

        @Override
        public Path tokenizerPlace() {
            return file;
        }
    }
}
