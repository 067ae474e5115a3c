/// What the user wishes for: the two prompts with their numbers, the balance, steps, takes, seed, and what to start from.
@NullMarked
package chladni.app.feature.voices;

import org.jspecify.annotations.NullMarked;
