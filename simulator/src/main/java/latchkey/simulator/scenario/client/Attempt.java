package latchkey.simulator.scenario.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One command of a person at a client, with what came of it.
 *
 * @param client what was used
 * @param command what was typed, or the title of the portal's page; secrets are stars
 * @param verb the cmdlet or the portal's words for the action
 * @param from when it was sent
 * @param to when its end was known
 * @param error what was answered; null when it was done
 * @param operation id of the operation; empty when none was begun
 */
public record Attempt(
        Client client,
        String command,
        String verb,
        Instant from,
        Instant to,
        @Nullable ArmError error,
        String operation) {}
