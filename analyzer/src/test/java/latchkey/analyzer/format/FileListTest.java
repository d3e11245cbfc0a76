package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileListTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new FileList();
    }

    @Override
    public String path() {
        return "files.txt";
    }

    @Test
    void recognisesTreesAndBarePaths() {
        var tree = "\\---windowsAzure\n    +---Logs\n    |   |   Telemetry.log\n    \\---Config\n";
        var paths = "/device_0/WindowsAzure/Logs/WaAppAgent.log\r\n".repeat(8);
        assertThat(LineKit.formatOf("pasted.txt", tree)).isInstanceOf(FileList.class);
        assertThat(LineKit.formatOf("pasted.txt", paths)).isInstanceOf(FileList.class);
        assertThat(LineKit.formatOf("scanfilelist.tsv", "x")).isInstanceOf(FileList.class);
    }

    @Test
    void leavesALineWithSomePathsAlone() {
        var text = "Copy C:\\WindowsAzure\\Logs to a share\nC:\\Temp is full\n";
        assertThat(format().recognises(LineKit.peek("pasted.txt", text))).isZero();
    }
}
