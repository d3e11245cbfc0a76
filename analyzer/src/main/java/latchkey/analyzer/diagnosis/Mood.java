package latchkey.analyzer.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sentence is meant. Only a statement tells what happened; a question, a guess or a piece of
 * advice names the same things and proves none of them. Words are even, as {@link Speech} has them.
 */
enum Mood {
    STATEMENT,
    QUESTION,
    CONDITION,
    REQUEST,
    GUESS,
    DENIAL,
    /** What will be or what is so every night: nothing that happened. */
    PLAN,
    /** One of several reasons of which the speaker knows no more than that it may be any. */
    CHOICE,
    /** All is well again. */
    CURE;

    /** Time and speaker before a sentence of a chat, a bullet, a number, a mark of citation. */
    private static final String LEAD =
            "^[\\s>*\\u2022\"'(-]*"
                    + "(?:\\d{1,2}[.)]\\s+)?"
                    + "(?:\\[?[\\d:./, -]{4,20}(?:am|pm)?]?\\s*)?"
                    + "(?:[\\p{L}. ]{1,24}:\\s*)?"
                    + "(?:please|bitte|por favor|then|next|first|now)?,?\\s*";

    private static final Pattern ASKED = Pattern.compile("[?\\uff1f][\\s\"')*_]*$");

    /** "If I press it, mine opens" is an experiment and no condition. */
    private static final Pattern CONDITIONAL =
            Pattern.compile(
                    words(
                            "if(?! (?:i|we)\\b| (?:it|that|this) (?:matters|helps))",
                            "unless|in case|whether",
                            "falls|sofern|ob",
                            "wenn(?! (?:\\S+ ){0,2}(?:ich|wir|man)\\b)",
                            "si(?!,| (?:je|nous|on|yo)\\b| j')",
                            "s'ils?|au cas ou|en cas de|a moins",
                            "en caso|a menos",
                            "caso (?:o|a|os|as|contrario)",
                            "se (?:o|a|os|as|voce|for|estiver)"));

    /** "Whether the account is": the condition stands right before what it is about. */
    private static final Pattern OPEN_CONDITION =
            Pattern.compile(
                    "(?:^|[^\\p{L}])(?:if|whether|unless|falls|sofern|ob)(?! (?:i|we)\\b)"
                            + "(?: [^\\s,;:.()\"]+){0,3} ?$");

    private static final String VERBS =
            String.join(
                    "|",
                    "check|verify|confirm|try|use|run|re-?run|restart|reboot|set|reset|open",
                    "close|enable|disable|allow|add|remove|start|stop|go|click|press|select",
                    "choose|ask|request|grant|connect|see|remember|avoid|consider|review|look",
                    "wait|contact|unlock|change|create|delete|install|update|extend|free|clean",
                    "give|let|do not|don't");

    /** Nouns and verbs look alike in English; what follows tells a request from a report. */
    private static final String OBJECT =
            "(?:the|a|an|your|that|to|if|it|them|this|again|with|as|for|up|any)";

    private static final Pattern REQUESTED =
            Pattern.compile(
                    LEAD
                            + "(?:make sure|be sure|ensure|verify|(?:"
                            + VERBS
                            + ") "
                            + OBJECT
                            + "\\b)|"
                            + words(
                                    "make sure|be sure|recommend\\w*",
                                    "please (?:" + VERBS + ")",
                                    "you (?:should|must|need|have to|can|could|may)",
                                    "stell\\w* sie sicher|sicherstellen",
                                    "bitte (?:pruf|stell|nutz|verwend|frag|lass)\\w*",
                                    "sie (?:mussen|sollten|konnen)",
                                    "du (?:musst|solltest|kannst)",
                                    "assurez-vous|veuillez|vous (?:devez|pouvez)",
                                    "il faut|pensez a|verifiez",
                                    "asegure\\w*|asegurate|compruebe|verifique",
                                    "debes?|deve|hay que|por favor \\w+e",
                                    "certifique-se|voce (?:deve|precisa)"));

    private static final Pattern GUESSED =
            Pattern.compile(
                    words(
                            "maybe|perhaps|possibly|probably|presumably|might",
                            "(?:could|may) (?:be|have)",
                            "(?:i|we) (?:think|guess|assume|wonder|bet|believe)",
                            "suspects?|not sure",
                            "vielleicht|moglicherweise|vermut\\w*|wahrscheinlich|eventuell|evtl",
                            "konnte\\w* (?:es |auch )?(?:sein|liegen)",
                            "(?:ich|wir) (?:glaub|denk)\\w*",
                            "peut-etre|peut etre|sans doute|probablement|pourrait",
                            "(?:je|on) (?:pense|crois|suppose)",
                            "quizas?|tal vez|puede que|podria|posiblemente|probablemente",
                            "creo|supongo",
                            "talvez|pode ser|possivelmente|provavelmente|acho|sera que|poderia"));

    private static final Pattern DENIED =
            Pattern.compile(
                    words(
                            "(?:not|n't) (?:be )?(?:it|that)",
                            "(?:not|n't) (?:be )?the (?:problem|cause|reason|issue|culprit|one)",
                            "(?:can|could)(?:not|'t| not) be (?:that|it|the \\w+|because)",
                            "ruled? (?:\\w+ ){0,3}out",
                            "nicht (?:das problem|die ursache|der grund|daran|am)",
                            "liegt es nicht|ausgeschlossen",
                            "pas (?:le probleme|la cause|la raison|ca|en cause)|ecarte",
                            "no es (?:el problema|la causa|eso|por)|descartad\\w*",
                            "nao e (?:o problema|a causa|isso|por)"));

    private static final Pattern PLANNED =
            Pattern.compile(
                    words(
                            "will be|going to be|announcements?",
                            "every (?:night|evening|morning|day|week|weekend|month)",
                            "next (?:mon|tues|wednes|thurs|fri|satur|sun)day",
                            "jede[nrs]? (?:nacht|abend|morgen|tag|woche)|geplant",
                            "chaque (?:nuit|soir|jour|semaine)|prevu",
                            "cada (?:noche|dia|semana)|previst[oa]|toda noite"));

    private static final Pattern CHOSEN =
            Pattern.compile(
                    words(
                            "(?:one|any|some) of (?:these|the following|several)",
                            "(?:possible|common|typical|known)"
                                    + " (?:causes|reasons|errors|issues|problems)",
                            "(?:mogliche|haufige|bekannte) (?:ursachen|grunde|fehler)",
                            "folgenden grunde",
                            "une des raisons|causes (?:possibles|frequentes)|raisons suivantes",
                            "(?:causas|motivos) (?:posibles|comunes|possiveis)",
                            "(?:estos|siguientes|estes|seguintes) motivos",
                            "das seguintes razoes|estas razones"));

    private static final Pattern CURED =
            Pattern.compile(
                    words(
                            "(?:works|working|connects|connected|fine|good|back) (?:again|now)"
                                    + "(?! and then)",
                            "now (?:works|it works|connects)",
                            "(?:is|are|got|was|been|now|issue|problem|ticket|case)"
                                    + " (?:now )?(?:solved|fixed|resolved|closed)",
                            "(?:log|sign|get|logged|signed|got) ?(?:in|on) (?:again|now)",
                            "back (?:in|online)",
                            "(?:geht|lauft|klappt|funktioniert)"
                                    + "(?: (?:es|er|sie|rdp|alles|nun))? (?:wieder|jetzt)",
                            "(?:jetzt|wieder) (?:geht|lauft|klappt|funktioniert)",
                            "(?:ist|wurde|problem|ticket|fall) (?:\\w+"
                                    + " )?(?:gelost|behoben|erledigt)",
                            "(?:marche|fonctionne|passe|refonctionne)(?: a| de)?"
                                    + " (?:maintenant|nouveau)",
                            "(?:est|c'est|probleme|ticket) (?:resolu|regle)",
                            "(?:ya|ahora)(?: si| s\\u00ed)? (?:funciona|entra|conecta)",
                            "funciona (?:ahora|de nuevo|otra vez)",
                            "(?:esta|fue|problema|caso) (?:resuelto|solucionado|resolvido)",
                            "(?:agora|ja) (?:funciona|entra|conecta)|voltou a funcionar|foi"
                                    + " resolvido"));

    private static final Pattern NOT_CURED =
            Pattern.compile(
                    words(
                            "not|n't|never|nothing|nicht|kein\\w*|pas|jamais|no|nunca|nao",
                            "until|bis|hasta|ate"));

    private static final String BULLET = "\\(?\\d{1,2}[.)]\\s|[-*\\u2022\\u00b7]\\s";

    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:" + BULLET + ").*", Pattern.DOTALL);

    /** What begins a new turn: a bullet, a number, a time, a speaker, a prompt, a citation. */
    private static final Pattern TURN =
            Pattern.compile(
                    "^\\s*(?:"
                            + BULLET
                            + "|\\[|>|\\d{1,2}:\\d\\d|\\d{4}-\\d"
                            + "|ps [a-z]:|[a-z]:\\\\|\\$ "
                            + "|[\\p{L}. ]{1,24}(?: \\([^)]{1,20}\\))?: ).*");

    /** How the sentence is meant. */
    static Mood of(String sentence) {
        if (ASKED.matcher(sentence).find()) {
            return QUESTION;
        }
        if (CONDITIONAL.matcher(sentence).find()) {
            return CONDITION;
        }
        if (REQUESTED.matcher(sentence).find()) {
            return REQUEST;
        }
        if (GUESSED.matcher(sentence).find()) {
            return GUESS;
        }
        if (DENIED.matcher(sentence).find()) {
            return DENIAL;
        }
        if (PLANNED.matcher(sentence).find()) {
            return PLAN;
        }
        boolean cured = CURED.matcher(sentence).find() && !NOT_CURED.matcher(sentence).find();
        return cured ? CURE : STATEMENT;
    }

    /** Where a sentence begins to offer several reasons; -1 when it offers none. */
    static int choiceIn(String sentence) {
        Matcher matcher = CHOSEN.matcher(sentence);
        return matcher.find() ? matcher.start() : -1;
    }

    /** Whether what is said so is meant as a fact. */
    boolean isFact() {
        return this == STATEMENT || this == CURE;
    }

    /** Whether the words before a place of a sentence leave open whether what follows is so. */
    static boolean leavesOpen(String before) {
        return OPEN_CONDITION.matcher(before).find();
    }

    /** An item of a list. */
    static boolean isItem(String sentence) {
        return ITEM.matcher(sentence).matches();
    }

    /** Whether a line begins something new however the line before it ended. */
    static boolean isTurn(String line) {
        return TURN.matcher(line).matches();
    }

    private static String words(String... alternatives) {
        return "(?<![\\p{L}\\d])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\d])";
    }
}
