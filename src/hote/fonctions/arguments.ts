import { ErrorType, type BaseValueObject } from "@univerjs/engine-formula";
import { estCode, type ErreurDeFonction } from "./erreurs";
import { lireNombre } from "../langue/nombres";
import type { Parametre } from "./metadonnees";

/** Règles de `functions.json` qui valent pour toutes les fonctions. */
export interface ReglesDAppel {
  /** Crée l'objet erreur transmis ; absent, une erreur en argument refuse l'appel. */
  transmettreErreur?: (code: ErrorType) => unknown;
}

/** Un refus d'appeler la fonction : la cellule prend cette erreur. */
class Refus extends Error {
  constructor(readonly code: ErrorType) {
    super(code);
  }
}

/**
 * Les arguments d'un appel, comme Excel pour Windows les donne : un argument omis vaut `null`, une
 * cellule vide vaut 0, un paramètre « matrix » reçoit toujours un tableau de lignes.
 */
export function preparerLesArguments(
  parametres: Parametre[],
  recus: BaseValueObject[],
  regles: ReglesDAppel
): unknown[] | ErreurDeFonction {
  const repetes = parametres.at(-1)?.repeating ? parametres.length - 1 : parametres.length;
  try {
    const args = parametres
      .slice(0, repetes)
      .map((parametre, rang) => preparer(parametre, recus[rang], regles));
    const dernier = parametres[repetes];
    if (dernier) args.push(recus.slice(repetes).map((recu) => preparer(dernier, recu, regles)));
    return args;
  } catch (refus) {
    if (refus instanceof Refus) return { code: refus.code, message: "" };
    throw refus;
  }
}

function preparer(
  parametre: Parametre,
  recu: BaseValueObject | undefined,
  regles: ReglesDAppel
): unknown {
  if (!recu || (recu.isNull() && !recu.isArray())) return null;
  const table = enTable(recu).map((ligne) => ligne.map((v) => convertir(v, parametre, regles)));
  if (parametre.dimensionality === "matrix") return table;
  const seule = table.length === 1 && table[0]?.length === 1;
  if (!seule) throw new Refus(ErrorType.VALUE);
  return table[0]?.[0];
}

type Brute = number | string | boolean | { erreur: ErrorType };

function enTable(recu: BaseValueObject): Brute[][] {
  if (!recu.isArray()) return [[brute(recu)]];
  const tableau = recu as unknown as TableauUniver;
  return Array.from({ length: tableau.getRowCount() }, (_, l) =>
    Array.from({ length: tableau.getColumnCount() }, (__, c) => brute(tableau.get(l, c)))
  );
}

interface TableauUniver {
  getRowCount(): number;
  getColumnCount(): number;
  get(ligne: number, colonne: number): BaseValueObject | null | undefined;
}

function brute(valeur: BaseValueObject | null | undefined): Brute {
  if (!valeur || valeur.isNull()) return 0;
  if (valeur.isError()) {
    const code = String(valeur.getValue());
    return { erreur: estCode(code) ? code : ErrorType.VALUE };
  }
  return valeur.getValue();
}

function convertir(valeur: Brute, { type = "any" }: Parametre, regles: ReglesDAppel): unknown {
  if (typeof valeur === "object") {
    if (type !== "any" || !regles.transmettreErreur) throw new Refus(valeur.erreur);
    return regles.transmettreErreur(valeur.erreur);
  }
  if (type === "any" || typeof valeur === type) return valeur;
  if (type === "string")
    return typeof valeur === "boolean" ? (valeur ? "VRAI" : "FAUX") : String(valeur);
  if (type === "number") return enNombre(valeur);
  return enBooleen(valeur);
}

function enNombre(valeur: number | string | boolean): number {
  const lu = typeof valeur === "string" ? lireNombre(valeur)?.valeur : Number(valeur);
  if (lu === undefined) throw new Refus(ErrorType.VALUE);
  return lu;
}

function enBooleen(valeur: number | string | boolean): boolean {
  if (typeof valeur !== "string") return Boolean(valeur);
  if (/^(vrai|true)$/i.test(valeur)) return true;
  if (/^(faux|false)$/i.test(valeur)) return false;
  throw new Refus(ErrorType.VALUE);
}
