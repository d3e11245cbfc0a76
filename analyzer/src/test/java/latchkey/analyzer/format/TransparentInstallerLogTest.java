package latchkey.analyzer.format;

class TransparentInstallerLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new TransparentInstallerLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/TransparentInstaller.log";
    }
}
