import { BAREMES, PERIODE_PAR_DEFAUT, UNITE, enMillioniemes, quelObjectif } from "../regles";
import type { Rubrique } from "./rubriques";
import type { Lue } from "./valeurs";

/** Un nombre dans l'unité des règles ; `null` si la colonne ne permet pas de la savoir. */
export interface Converti {
  valeur: number | null;
  moyen: "nombre-en-texte" | "pourcent-en-fraction" | "fraction-en-points" | null;
}

type Nombre = Extract<Lue, { etat: "nombre" }>;

/** Au-dessus, un nombre sans format ne peut être une fraction : 33 est 33 %, 1,2 peut être 120 %. Un taux de logements sociaux ne dépasse pas 1. */
const FRACTION_MAXIMALE = 2;
/** Au-dessus, en fraction, une commune n'aurait plus de déficit : dans une colonne en pour-cent, 0,8 est 0,8 %. */
const TAUX_LS_DEFICITAIRE = 0.3;
/** Un écart d'au plus 0,25 peut être une fraction : le taux légal est de 25 % au plus. */
const ECART_EN_FRACTION = 0.25;

/**
 * Les taux d'une colonne, en fractions. L'unité est celle que dit chaque cellule ; à défaut, celle de toute la colonne, que décident les communes
 * (`temoins`) et non les totaux.
 */
export function convertirTaux(
  rubrique: Rubrique,
  nombres: readonly Nombre[],
  temoins: readonly Nombre[]
): Converti[] {
  const maximum = rubrique === "tauxLs" || rubrique === "tauxCible" ? 1 : FRACTION_MAXIMALE;
  const enPourcent = temoins.some(({ nombre, marque }) => marque === null && nombre > maximum);
  return nombres.map(({ nombre, marque, ecrit }) => {
    const texte = ecrit ? "nombre-en-texte" : null;
    if (marque === "fraction") return { valeur: nombre, moyen: texte };
    const reduit: Converti = { valeur: enFraction(nombre), moyen: texte ?? "pourcent-en-fraction" };
    if (marque === "pourcent" || nombre > maximum) return reduit;
    if (!enPourcent || nombre === 0 || estUnTauxCible(rubrique, nombre))
      return { valeur: nombre, moyen: texte };
    const faible = rubrique === "tauxLs" && nombre > TAUX_LS_DEFICITAIRE;
    return faible ? reduit : { valeur: null, moyen: null };
  });
}

/** Un centième du nombre, au plus juste : 46,4 / 100 vaut 0,464 et non 0,463 999… */
function enFraction(nombre: number): number {
  const decale = Number(`${nombre}e-2`);
  return Number.isNaN(decale) ? nombre / 100 : decale;
}

function estUnTauxCible(rubrique: Rubrique, nombre: number): boolean {
  return rubrique === "tauxCible" && (nombre === 0.2 || nombre === 0.25);
}

/**
 * Les écarts d'une colonne, en points. Sans format ni signe, la colonne est en fractions si tous y tiennent et si l'un d'eux, lu en points, supposait
 * plus de résidences qu'une commune n'en a (arbitrage 7).
 */
export function convertirEcarts(
  nombres: readonly Nombre[],
  temoins: readonly { lue: Nombre; deficit: number | null }[]
): Converti[] {
  const nus = temoins.filter(({ lue }) => lue.marque === null);
  const toutEnFraction =
    nus.every(({ lue }) => Math.abs(lue.nombre) <= ECART_EN_FRACTION) &&
    nus.some(({ lue, deficit }) => semblaitEnFraction(deficit, lue.nombre));
  return nombres.map(({ nombre, marque, ecrit }) => {
    const fraction = marque === "fraction" || (marque === null && toutEnFraction);
    const texte = ecrit ? "nombre-en-texte" : null;
    if (!fraction) return { valeur: nombre, moyen: texte };
    return { valeur: enMillioniemes(nombre * 100) / UNITE, moyen: texte ?? "fraction-en-points" };
  });
}

function semblaitEnFraction(deficit: number | null, ecart: number): boolean {
  const objectif = quelObjectif(
    deficit,
    ecart,
    "legal",
    null,
    "superieur",
    BAREMES[PERIODE_PAR_DEFAUT]
  );
  return !objectif.ok && objectif.refus.some(({ code }) => code === "ecart-en-fraction");
}
