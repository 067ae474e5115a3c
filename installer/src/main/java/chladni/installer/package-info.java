/// Makes a folder that runs on a machine without Java. The only package that knows operating systems.
@NullMarked
package chladni.installer;

import org.jspecify.annotations.NullMarked;
