import type { Style, Trait } from "../feuilles";
import { lireCouleur } from "./couleurs";
import { codePredefini } from "./formats";
import { depuisTexteXml } from "./texte-xml";
import { pointsParChiffre } from "./unites";
import { COTES, HORIZONTAL, TAILLE_PAR_DEFAUT, TRAIT, traducteur, VERTICAL } from "./vocabulaire";
import { enfant, enfants, estVrai, type ElementXml } from "./xml";

type Theme = readonly (string | undefined)[];

const HORIZONTAL_LU = traducteur(HORIZONTAL);
const VERTICAL_LU = traducteur(VERTICAL);
const TRAIT_LU = traducteur(TRAIT);
/** Traits que nous n'écrivons pas, rendus par le nôtre le plus proche ; tous les autres sont fins. */
const TRAITS_EPAIS = new Set(["thick", "mediumDashed", "mediumDashDot", "mediumDashDotDot"]);

export interface StylesLus {
  /** Par numéro ; un style sans rien de particulier est `undefined`. */
  styles: readonly (Style | undefined)[];
  /** Largeur, en points, d'un chiffre de la police par défaut. */
  chiffre: number;
}

/**
 * Styles numérotés d'un classeur. Ce qui vaut par défaut est omis.
 * Les cellules de même numéro partagent le même objet.
 */
export function lireStyles(racine: ElementXml | undefined, theme: Theme): StylesLus {
  const policesLues = enfants(enfant(racine, "fonts"), "font");
  const polices = policesLues.map((police) => lirePolice(police, theme));
  const fonds = enfants(enfant(racine, "fills"), "fill").map((fond) => lireFond(fond, theme));
  const bordures = enfants(enfant(racine, "borders"), "border").map(lireBordures);
  const formats = lireFormats(racine);
  const styles = enfants(enfant(racine, "cellXfs"), "xf").map((xf) => {
    const { numFmtId, fontId, fillId, borderId } = xf.attributs;
    return sansVide({
      ...polices[Number(fontId)],
      ...fonds[Number(fillId)],
      ...lireAlignement(enfant(xf, "alignment")),
      bordures: bordures[Number(borderId)],
      format: formats(Number(numFmtId ?? 0)),
    });
  });
  return { styles, chiffre: chiffreDe(policesLues[0]) };
}

function chiffreDe(police: ElementXml | undefined): number {
  const nom = enfant(police, "name")?.attributs.val ?? "";
  return pointsParChiffre(nom, tailleDe(police));
}

function tailleDe(police: ElementXml | undefined): number {
  return Number(enfant(police, "sz")?.attributs.val ?? TAILLE_PAR_DEFAUT);
}

function lireFormats(racine: ElementXml | undefined): (numero: number) => string | undefined {
  const propres = new Map(
    enfants(enfant(racine, "numFmts"), "numFmt").map(({ attributs }) => [
      Number(attributs.numFmtId),
      depuisTexteXml(attributs.formatCode ?? ""),
    ])
  );
  return (numero) => {
    const code = propres.get(numero) ?? codePredefini(numero);
    return code === "General" ? undefined : code;
  };
}

function lirePolice(police: ElementXml, theme: Theme): Style {
  const taille = tailleDe(police);
  const couleur = lireCouleur(enfant(police, "color"), theme);
  return {
    gras: estActif(enfant(police, "b")),
    italique: estActif(enfant(police, "i")),
    taille: taille === TAILLE_PAR_DEFAUT ? undefined : taille,
    couleur: couleur === "#000000" ? undefined : couleur,
  };
}

/** `<b/>` vaut vrai ; `<b val="0"/>`, faux. */
function estActif(element: ElementXml | undefined): true | undefined {
  const actif = element && (element.attributs.val === undefined || estVrai(element.attributs.val));
  return actif ? true : undefined;
}

function lireFond(fond: ElementXml, theme: Theme): Style {
  const motif = enfant(fond, "patternFill");
  if (motif?.attributs.patternType !== "solid") return {};
  return { fond: lireCouleur(enfant(motif, "fgColor"), theme) };
}

function lireBordures(bordure: ElementXml): Style["bordures"] {
  return sansVide(
    Object.fromEntries(
      COTES.map(([cote, stocke]) => [cote, lireTrait(enfant(bordure, stocke)?.attributs.style)])
    )
  );
}

function lireTrait(style: string | undefined): Trait | undefined {
  if (style === undefined || style === "none") return undefined;
  return TRAIT_LU.get(style) ?? (TRAITS_EPAIS.has(style) ? "moyen" : "fin");
}

function lireAlignement(alignement: ElementXml | undefined): Style {
  const { horizontal, vertical, wrapText } = alignement?.attributs ?? {};
  return {
    horizontal: HORIZONTAL_LU.get(horizontal),
    // En bas est l'alignement par défaut, que certains logiciels écrivent partout.
    vertical: vertical === VERTICAL.bas ? undefined : VERTICAL_LU.get(vertical),
    renvoiALaLigne: estVrai(wrapText) ? true : undefined,
  };
}

/** Retire les propriétés absentes ; un objet qui n'en a plus n'est rien. */
function sansVide<Objet extends object>(objet: Objet): Objet | undefined {
  const presentes = Object.entries(objet).filter(([, valeur]) => valeur !== undefined);
  return presentes.length > 0 ? (Object.fromEntries(presentes) as Objet) : undefined;
}
