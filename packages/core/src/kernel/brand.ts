declare const brand: unique symbol;

/** 名目型。同じ表現（文字列・数値）でも意味の違う値を取り違えないための印。 */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
