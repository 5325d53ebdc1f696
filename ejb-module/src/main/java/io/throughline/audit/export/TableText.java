package io.throughline.audit.export;

import io.throughline.audit.domain.AuditRecord;
import io.throughline.kernel.domain.Times;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Records as CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
final class TableText {

    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "place",
                    "id",
                    "time",
                    "actor",
                    "on behalf of",
                    "right",
                    "activity",
                    "action",
                    "record",
                    "server",
                    "content",
                    "sha256")
            .get();

    private TableText() {}

    static void print(CSVPrinter table, Long index, AuditRecord record) throws IOException {
        table.printRecord(
                index,
                record.id(),
                Times.text(record.at()),
                plain(record.actor()),
                plain(record.onBehalfOf()),
                plain(record.right()),
                plain(record.activity()),
                plain(record.action()),
                plain(record.record()),
                plain(record.server()),
                plain(record.content()),
                record.digest());
    }

    static String plain(String value) {
        return value != null && !value.isEmpty() && "=+-@\t\r\n|".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
