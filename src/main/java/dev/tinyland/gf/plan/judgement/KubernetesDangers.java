package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.plan.judgement.AttributeValue.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dangers of what is destroyed or replaced: storage, namespaces, custom resource definitions. */
final class KubernetesDangers {
    private static final Set<String> STORAGE_KINDS = Set.of(
            "StorageClass", "PersistentVolume", "PersistentVolumeClaim", "VolumeSnapshot", "VolumeSnapshotContent");

    private final StorageCatalog storage;

    KubernetesDangers(StorageCatalog storage) {
        this.storage = storage;
    }

    List<Danger> of(JudgedResource judged) {
        List<Danger> dangers = new ArrayList<>();
        if (judged.resource().change().destroys()) {
            destroyed(judged, dangers);
        } else {
            reclaim(judged).ifPresent(dangers::add);
        }
        return dangers;
    }

    private void destroyed(JudgedResource judged, List<Danger> dangers) {
        String what = Wording.fate(judged);
        Optional<ObjectKind> kind = ObjectKind.of(judged.resource());
        if (storage.resourceTypes().contains(judged.resource().type())) {
            dangers.add(storage(judged, "the " + judged.resource().type() + " " + what));
        }
        kind.ifPresent(one -> {
            if (one.kind().equals("StorageClass")) {
                dangers.add(storageClass(judged, "the StorageClass " + what));
            } else if (STORAGE_KINDS.contains(one.kind()) || storage.isStorageGroup(one.group())) {
                dangers.add(storage(judged, "the " + one + " " + what));
            }
            if (one.kind().equals("Namespace")) {
                dangers.add(Danger.of(
                        DangerClass.NAMESPACE,
                        judged.label(),
                        "the namespace " + what,
                        "Kubernetes deletes everything in it: workloads, secrets, volume claims",
                        "list what lives in it, and take the namespace out of the plan unless all of that is to go"));
            }
            if (one.kind().equals("CustomResourceDefinition")) {
                dangers.add(crd(judged, "the CustomResourceDefinition " + what));
            }
        });
        judged.release()
                .flatMap(release -> release.before())
                .ifPresent(release -> chart(judged, release, what, dangers));
    }

    private void chart(JudgedResource judged, HelmRelease release, String what, List<Danger> dangers) {
        if (storage.charts().contains(release.chart())) {
            dangers.add(storage(judged, "the release of the storage chart " + release.chart() + " " + what));
        }
        if (release.chart().endsWith("-crds") || release.chart().endsWith("-crd")) {
            dangers.add(crd(judged, "the release of the chart " + release.chart() + " " + what));
        }
    }

    /** A volume that was kept when its claim went is deleted from now on. */
    private static Optional<Danger> reclaim(JudgedResource judged) {
        return judged.attributes().stream()
                .filter(change -> change.hasStep(
                        "reclaim_policy",
                        "persistent_volume_reclaim_policy",
                        "reclaimPolicy",
                        "persistentVolumeReclaimPolicy"))
                .filter(change -> isText(change.before(), "Retain") && !isText(change.after(), "Retain"))
                .findFirst()
                .map(change -> new Danger(
                        DangerClass.STORAGE,
                        judged.label(),
                        change.path() + " no longer is Retain",
                        "Retain",
                        change.after() instanceof Known(JsonNode value) ? value.asText() : "",
                        "when a claim is deleted, the volume and its data go with it from now on",
                        "keep Retain, or see that every volume has a backup that was restored once"));
    }

    private static boolean isText(AttributeValue value, String text) {
        return value instanceof Known(JsonNode node) && node.asText().equals(text);
    }

    private static Danger storage(JudgedResource judged, String observed) {
        return Danger.of(
                DangerClass.STORAGE,
                judged.label(),
                observed,
                "data on it may be gone for good, and what mounts it stops",
                "see that a backup can be restored, or take the change out of the plan");
    }

    /** A class holds no data: its volumes live on, and nothing new can be made of it. */
    private static Danger storageClass(JudgedResource judged, String observed) {
        return Danger.of(
                DangerClass.STORAGE,
                judged.label(),
                observed,
                "volumes of this class live on, but a claim that names it stays pending, and none of them can be made"
                        + " larger while the class is away",
                "list the claims that name it (kubectl get pvc -A) and move them first, or take the change out of the"
                        + " plan");
    }

    private static Danger crd(JudgedResource judged, String observed) {
        return Danger.of(
                DangerClass.CRD,
                judged.label(),
                observed,
                "Kubernetes deletes every object of a definition with it, in every namespace",
                "replace the definition in place (kubectl replace) instead of deleting it");
    }
}
