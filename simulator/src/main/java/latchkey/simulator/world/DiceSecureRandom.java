package latchkey.simulator.world;

import java.io.Serial;
import java.security.SecureRandom;

/**
 * Lets libraries that ask for secure chance draw from named dice, so that sealed bytes repeat too.
 */
final class DiceSecureRandom extends SecureRandom {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Dice dice;

    DiceSecureRandom(Dice dice) {
        super(null, null);
        this.dice = dice;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] drawn = dice.bytes(bytes.length);
        System.arraycopy(drawn, 0, bytes, 0, bytes.length);
    }

    @Override
    public byte[] generateSeed(int count) {
        return dice.bytes(count);
    }

    @Override
    public void setSeed(long seed) {
        // The seed is the world's and stays.
    }
}
