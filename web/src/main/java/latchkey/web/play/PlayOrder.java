package latchkey.web.play;

/**
 * What to play, as a person says it.
 *
 * @param variant words joined by plus signs; empty for none
 * @param faultOff without what goes wrong
 */
public record PlayOrder(String scenario, long seed, String variant, boolean faultOff) {}
