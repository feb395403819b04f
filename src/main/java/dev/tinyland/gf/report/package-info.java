/** What a tool concluded and how it says so: verdicts, exit codes, checks, findings, reports and their renderers. */
@NullMarked
package dev.tinyland.gf.report;

import org.jspecify.annotations.NullMarked;
