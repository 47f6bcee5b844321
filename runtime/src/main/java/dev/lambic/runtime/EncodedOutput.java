package dev.lambic.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Writes text to a stream in an encoding, at once. What the encoding lacks is an error, not a question mark. */
final class EncodedOutput implements Appendable {
  private final Writer writer;

  EncodedOutput(OutputStream stream, Charset encoding) {
    this.writer = new OutputStreamWriter(
        stream,
        encoding
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  public Appendable append(CharSequence text) throws IOException {
    writer.append(text).flush();
    return this;
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) throws IOException {
    return append(text.subSequence(start, end));
  }

  @Override
  public Appendable append(char character) throws IOException {
    return append(String.valueOf(character));
  }
}
