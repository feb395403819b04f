package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.tofu.state.LockInfo;

/** The lock object beside a state. */
public sealed interface LockState {

    record Free() implements LockState {}

    record Held(LockInfo info) implements LockState {}

    /** There is a lock object, and it does not say who holds it. */
    record HeldBySomeone(String why) implements LockState {}

    /** It could not be seen whether there is one. */
    record Unknown(String why) implements LockState {}

    /** The backend does not lock by an object we could read. */
    record NotLooked(String why) implements LockState {}
}
