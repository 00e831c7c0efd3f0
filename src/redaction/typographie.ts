import { UNITE, enMillioniemes } from "../regles";

/** Espace insécable : devant « : » et « % ». */
export const INSECABLE = "\u00A0";
/** Espace fine insécable : dans les milliers et devant « ; ? ! ». */
const FINE = "\u202F";

const DECIMAL = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 6 });
/** Au-delà de quinze chiffres, comme Excel l'affiche : « 1E+308 ». */
const GEANT = 1e15;

/** 1234.5 → « 1 234,5 », avec l'espace fine des milliers et le vrai signe moins. */
export function ecrireNombre(nombre: number): string {
  const ecrit =
    Math.abs(nombre) < GEANT
      ? DECIMAL.format(nombre)
      : nombre.toExponential().replace("e", "E").replace(".", ",");
  return ecrit.replace("-", "−");
}

/** Un taux en millionièmes : 330 000 → « 33 % ». */
export function ecrireTaux(millioniemes: number): string {
  return `${ecrireNombre((millioniemes * 100) / UNITE)}${INSECABLE}%`;
}

/** Une fraction : 0,33 → « 33 % ». */
export function ecrireFraction(fraction: number): string {
  return ecrireTaux(fraction * UNITE);
}

/**
 * La part de `partie` dans `total`, au dixième de pour-cent : au-dessous pour une part minimale, au-dessus pour une part maximale, pour
 * qu'une part qui manque de peu son seuil ne s'écrive pas comme lui. `total` : plus de 0, au millionième au moins.
 */
export function ecrirePart(partie: number, total: number, vers: "dessous" | "dessus"): string {
  const milliemes = (enMillioniemes(partie) * 1000) / enMillioniemes(total);
  const entier = vers === "dessous" ? Math.floor(milliemes) : Math.ceil(milliemes);
  return `${ecrireNombre(entier / 10)}${INSECABLE}%`;
}

/** « 1 logement », « 2 logements », « 0 logement ». */
export function ecrireCompte(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${ecrireNombre(nombre)} ${Math.abs(nombre) < 2 ? singulier : pluriel}`;
}

/** « a, b ou c », ou « a, b et c ». */
export function enumerer(mots: readonly string[], dernierLien: "ou" | "et" = "ou"): string {
  const dernier = mots.at(-1) ?? "";
  return mots.length < 2 ? dernier : `${mots.slice(0, -1).join(", ")} ${dernierLien} ${dernier}`;
}

/** Pose les espaces insécables que la phrase a écrites en espaces simples. */
export function typographier(phrase: string): string {
  return phrase
    .replace(/ ([;?!])/g, `${FINE}$1`)
    .replace(/ ([:%»])/g, `${INSECABLE}$1`)
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/'/g, "’");
}
