package latchkey.web.store;

import java.util.List;

/**
 * Who may see a case.
 *
 * @param owner id of a person
 * @param teamReads whether everybody who signed in may read it
 */
public record Sharing(String owner, boolean teamReads, List<Member> members) {
    public Sharing {
        members = List.copyOf(members);
    }

    /** Somebody who was let in. */
    public record Member(String person, boolean writes) {
        public Right right() {
            return writes ? Right.WRITE : Right.READ;
        }
    }
}
