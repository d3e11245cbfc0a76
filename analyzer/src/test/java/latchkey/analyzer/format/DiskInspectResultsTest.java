package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskInspectResultsTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new DiskInspectResults();
    }

    @Override
    public String path() {
        return "results.txt";
    }

    @Test
    void tellsTheProduct() {
        assertThat(LineKit.read(path(), sample()).factLines())
                .containsExactly("os-name=Windows Server 2022 Datacenter");
    }
}
