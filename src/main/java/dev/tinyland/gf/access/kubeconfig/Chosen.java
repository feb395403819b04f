package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.kube.Kubeconfig;

/** The one context that is used, with what it refers to. */
record Chosen(Kubeconfig.Context context, Kubeconfig.Cluster cluster, Kubeconfig.User user) {}
