/** The text of a pull request's comment: sections, ordered and cut to a budget. Pure: nothing here calls an API. */
@org.jspecify.annotations.NullMarked
package dev.tinyland.gf.report.comment;
