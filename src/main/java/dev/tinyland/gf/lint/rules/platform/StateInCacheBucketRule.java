package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Bucket;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.Assignment;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state backend that points at a bucket of a cache. */
public final class StateInCacheBucketRule extends WordRule {
    private static final Pattern BACKEND_OPTION = Pattern.compile("-backend-config=[\"']?bucket=[\"']?([\\w.-]+)");

    public StateInCacheBucketRule() {
        super(Rules.inCode("state-in-cache-bucket", "state and a cache share a bucket", Severity.NOTE));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of("bucket");
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        String bucketVariable = context.contract().state().variablePrefix() + "BUCKET";
        String value = text.text().strip();
        List<Hit> hits = new ArrayList<>();
        boolean ofBackend = passage.key().equals("bucket") && isBackend(passage, context);
        if (passage.role() == Role.VALUE && (ofBackend || passage.key().equals(bucketVariable))) {
            if (isCacheBucket(value, context)) {
                hits.add(hit(0, text.length(), value, context));
            }
            return hits;
        }
        Matcher option = BACKEND_OPTION.matcher(text.text());
        while (option.find()) {
            if (isCacheBucket(option.group(1), context)) {
                hits.add(hit(option.start(1), option.end(1), option.group(1), context));
            }
        }
        return hits;
    }

    @Override
    List<Located> hits(CommandSite site, RuleContext context) {
        String bucketVariable = context.contract().state().variablePrefix() + "BUCKET";
        List<Located> located = new ArrayList<>();
        for (Assignment assignment : site.command().assignments()) {
            if (assignment.name().equals(bucketVariable) && isCacheBucket(assignment.text(), context)) {
                located.add(new Located(assignment.span(), hit(0, 0, assignment.text(), context)));
            }
        }
        return located;
    }

    private static boolean isCacheBucket(String name, RuleContext context) {
        Bucket bucket = context.contract().buckets().get(name);
        return bucket != null && bucket.role() != Bucket.Role.STATE;
    }

    /** A backend block of a stack, or a file of backend settings, which has nothing but a backend's keys. */
    private static boolean isBackend(Passage passage, RuleContext context) {
        String path = context.file().path();
        String file = path.substring(path.lastIndexOf('/') + 1);
        boolean settings = file.endsWith(".hcl") && (file.contains("backend") || file.contains(".s3."))
                || file.equals("backend.tf");
        return settings || passage.path().contains("backend");
    }

    private static Hit hit(int start, int end, String bucket, RuleContext context) {
        return new Hit(
                start,
                end,
                "State is configured into the bucket " + bucket + ", which belongs to a cache.",
                "Cache availability is another contract than state authority ("
                        + context.contract().decisions().haStateAuthority() + ").",
                "Use the bucket " + context.contract().state().bucket() + ".");
    }
}
