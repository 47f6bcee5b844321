package dev.lambic.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column runs. Whatever is null is left to the database.
 *
 * @param start the first number
 * @param increment the distance from one number to the next
 * @param minValue the least number
 * @param maxValue the greatest number
 * @param noMinValue whether to say that there is no least number
 * @param noMaxValue whether to say that there is no greatest number
 * @param cycle whether the numbers begin again after the last
 * @param cache how many numbers the database prepares at once
 * @param order whether the numbers are handed out in order of request (Oracle)
 */
public record SequenceOptions(
    @Nullable Long start,
    @Nullable Long increment,
    @Nullable Long minValue,
    @Nullable Long maxValue,
    boolean noMinValue,
    boolean noMaxValue,
    @Nullable Boolean cycle,
    @Nullable Long cache,
    @Nullable Boolean order) {
  /** All is left to the database. */
  public static final SequenceOptions NONE =
      new SequenceOptions(null, null, null, null, false, false, null, null, null);

  /** Returns these options with the first number. */
  public SequenceOptions start(@Nullable Long number) {
    return new SequenceOptions(
        number, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, order);
  }

  /** Returns these options with the distance from one number to the next. */
  public SequenceOptions increment(@Nullable Long step) {
    return new SequenceOptions(
        start, step, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, order);
  }

  /** Returns these options with the least number. */
  public SequenceOptions minValue(@Nullable Long number) {
    return new SequenceOptions(
        start, increment, number, maxValue, noMinValue, noMaxValue, cycle, cache, order);
  }

  /** Returns these options with the greatest number. */
  public SequenceOptions maxValue(@Nullable Long number) {
    return new SequenceOptions(
        start, increment, minValue, number, noMinValue, noMaxValue, cycle, cache, order);
  }

  /** Returns these options, saying that there is no least number. */
  public SequenceOptions withoutMinValue() {
    return new SequenceOptions(
        start, increment, minValue, maxValue, true, noMaxValue, cycle, cache, order);
  }

  /** Returns these options, saying that there is no greatest number. */
  public SequenceOptions withoutMaxValue() {
    return new SequenceOptions(
        start, increment, minValue, maxValue, noMinValue, true, cycle, cache, order);
  }

  /** Returns these options, saying whether the numbers begin again after the last. */
  public SequenceOptions cycle(boolean again) {
    return new SequenceOptions(
        start, increment, minValue, maxValue, noMinValue, noMaxValue, again, cache, order);
  }

  /** Returns these options with the count of numbers that the database prepares at once. */
  public SequenceOptions cache(@Nullable Long count) {
    return new SequenceOptions(
        start, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, count, order);
  }

  /** Returns these options, saying whether the numbers come in order of request; Oracle alone knows it. */
  public SequenceOptions order(boolean ordered) {
    return new SequenceOptions(
        start, increment, minValue, maxValue, noMinValue, noMaxValue, cycle, cache, ordered);
  }
}
