/** Steps of the build that Maven's plugins cannot do; not used at run time. */
package io.throughline.launcher.assembly;
