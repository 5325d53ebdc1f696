package io.throughline.audit.export;

import io.throughline.audit.domain.AuditRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table of records that is being written. */
public final class TableRows implements AutoCloseable {

    private final CSVPrinter table;

    public TableRows(Writer out) throws IOException {
        CSVFormat format = TableText.FORMAT;
        table = new CSVPrinter(out, format);
    }

    public void print(Long index, AuditRecord record) {
        try {
            TableText.print(table, index, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        table.flush();
    }
}
