package dev.lambic.it.entities;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a truth as a letter. */
@Converter
public class YesNo implements AttributeConverter<Boolean, String> {
  @Override
  public String convertToDatabaseColumn(Boolean truth) {
    return truth == null ? null : truth ? "Y" : "N";
  }

  @Override
  public Boolean convertToEntityAttribute(String letter) {
    return letter == null ? null : letter.equals("Y");
  }
}
