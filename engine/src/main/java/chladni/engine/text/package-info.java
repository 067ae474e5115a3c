/// From prompts to token ids, exactly as the published models were trained to see them. Pure Java; knows no network.
@NullMarked
package chladni.engine.text;

import org.jspecify.annotations.NullMarked;
