package dev.tinyland.gf.tofu.run;

import dev.tinyland.gf.testing.WithTofu;

/** The same with the oldest OpenTofu that locks with a file, 1.10. */
@WithTofu("tofu-1.10")
class OlderTofuSessionIT extends TofuSessionIT {}
