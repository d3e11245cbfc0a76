package latchkey.simulator.guest.export;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Forms in which people export an event log. */
@Known(
        how = How.SPECIFIED,
        source = "samples of Event Viewer, wevtutil and PowerShell exports; order assumed")
public enum EventForm {
    /** One record after another as copied from the viewer's XML view, minus signs and all. */
    VIEWER_PASTE("xml"),
    /** A file that the viewer saved as XML. */
    VIEWER_XML("xml"),
    /** {@code wevtutil qe CHANNEL /e:Events}. */
    WEVTUTIL_XML("xml"),
    /** {@code wevtutil qe CHANNEL /f:text}. */
    WEVTUTIL_TEXT("txt"),
    /** One record after another as "Copy details as text" gives them. */
    TEXT("txt"),
    /** A file that the viewer saved as CSV, with headers and dates in the language of Windows. */
    VIEWER_CSV("csv"),
    /** {@code Get-WinEvent | Select TimeCreated,Id,LevelDisplayName,Message | Export-Csv}. */
    POWERSHELL_CSV("csv");

    private final String extension;

    EventForm(String extension) {
        this.extension = extension;
    }

    /** Ending of its files, without the dot. */
    public String extension() {
        return extension;
    }
}
