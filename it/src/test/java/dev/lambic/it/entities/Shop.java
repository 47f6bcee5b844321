package dev.lambic.it.entities;

import java.util.ArrayList;
import java.util.List;

/** All entities of the shop. */
public final class Shop {
  private static final List<Class<?>> ENTITIES = List.of(
      CardPayment.class,
      Carrier.class,
      Category.class,
      Company.class,
      Contract.class,
      Coupon.class,
      Department.class,
      Document.class,
      Employee.class,
      Invoice.class,
      Manual.class,
      OrderLine.class,
      Party.class,
      Passport.class,
      Payment.class,
      Person.class,
      PriceChange.class,
      Product.class,
      Refund.class,
      Review.class,
      SalesOrder.class,
      Session.class,
      Settings.class,
      Shipment.class,
      Stock.class,
      Subscription.class,
      Supplier.class,
      Tag.class,
      TransferPayment.class,
      Vehicle.class,
      Warehouse.class,
      YesNo.class);

  private Shop() {}

  /** Returns the entities, and the converter that they use. */
  public static Class<?>[] classes() {
    return ENTITIES.toArray(Class<?>[]::new);
  }

  /** Returns the entities, one of them replaced. */
  public static Class<?>[] with(Class<?> replaced, Class<?> replacement) {
    List<Class<?>> classes = new ArrayList<>(ENTITIES);
    classes.replaceAll(each -> each.equals(replaced) ? replacement : each);
    return classes.toArray(Class<?>[]::new);
  }
}
