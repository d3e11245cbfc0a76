package latchkey.simulator.guest;

/** What a machine is to a domain; the ordinal is the number WMI and health reports use. */
public enum Role {
    STANDALONE_WORKSTATION("StandaloneWorkstation"),
    MEMBER_WORKSTATION("MemberWorkstation"),
    STANDALONE_SERVER("StandaloneServer"),
    MEMBER_SERVER("MemberServer"),
    BACKUP_DOMAIN_CONTROLLER("BackupDomainController"),
    PRIMARY_DOMAIN_CONTROLLER("PrimaryDomainController");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word of health reports. */
    public String word() {
        return word;
    }

    /** Whether accounts are those of a domain rather than local ones. */
    public boolean isController() {
        return this == BACKUP_DOMAIN_CONTROLLER || this == PRIMARY_DOMAIN_CONTROLLER;
    }

    /** Whether it belongs to a domain without holding it. */
    public boolean isMember() {
        return this == MEMBER_WORKSTATION || this == MEMBER_SERVER;
    }
}
