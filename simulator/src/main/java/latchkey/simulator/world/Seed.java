package latchkey.simulator.world;

import java.nio.charset.StandardCharsets;

/**
 * The one number from which all chance of a world comes.
 *
 * @param value any number; equal numbers give equal worlds
 */
public record Seed(long value) {
    /** A fresh stream of chance of its own: draws from it never shift those of another name. */
    public Dice dice(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return new Dice(hash ^ Dice.mix(value));
    }
}
