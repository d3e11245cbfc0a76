package latchkey.web.job;

/**
 * Something that happened to an analysis.
 *
 * @param kind one word
 * @param json what there is to tell, one line
 */
public record CaseEvent(String kind, String json) {}
