import { NumberValueObject, ValueObjectFactory } from "@univerjs/engine-formula";

/** Un nombre sans exposant, que JavaScript écrit avec un : 0.0000005 se dit 5e-7. */
const PETIT = /^\s*0?\.0{6}\d+\s*$/;

/** Univer prend pour un texte un nombre écrit dans une formule que JavaScript écrirait autrement ; Excel, non. Sans effet la seconde fois. */
export function corrigerLesPetitsNombres(): void {
  if (corrige) return;
  corrige = true;
  const creer = ValueObjectFactory.create.bind(ValueObjectFactory);
  ValueObjectFactory.create = (brut, sansFormat) =>
    typeof brut === "string" && PETIT.test(brut)
      ? NumberValueObject.create(Number(brut))
      : creer(brut, sansFormat);
}

let corrige = false;
