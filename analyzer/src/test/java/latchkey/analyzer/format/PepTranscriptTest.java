package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PepTranscriptTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new PepTranscript();
    }

    @Override
    public String path() {
        return "transcript.txt";
    }

    @Test
    void leavesOtherTranscriptsAlone() {
        var other = sample().replaceAll("Enter-PSSession.*|.*RdpAccess.*", "Get-AzVM");
        assertThat(format().recognises(LineKit.peek(path(), other))).isZero();
    }

    @Test
    void recognisesATranslatedFrame() {
        var german =
                sample().replace(
                                "Windows PowerShell transcript start",
                                "Start der Windows PowerShell-Aufzeichnung")
                        .replace("Start time", "Startzeit");
        assertThat(format().recognises(LineKit.peek("aufzeichnung.txt", german))).isPositive();
    }
}
