package latchkey.web.signin;

/** Somebody could not be signed in; the message is a sentence for that person. */
public final class SignInRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInRefusedException(String sentence) {
        super(sentence);
    }

    SignInRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
