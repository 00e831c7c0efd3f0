import { BorderStyleTypes, BorderType, type IBorderData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { ecrireZone, type Zone } from "../adresse";
import { agrandir } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { parmi, texte } from "../fil/arguments";
import { INDEXEUR, lecture, lectureEcriture, type ObjetHote } from "../fil/objet";

type Cote =
  "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

const COTES: Record<Cote, BorderType> = {
  EdgeTop: BorderType.TOP,
  EdgeBottom: BorderType.BOTTOM,
  EdgeLeft: BorderType.LEFT,
  EdgeRight: BorderType.RIGHT,
  InsideHorizontal: BorderType.HORIZONTAL,
  InsideVertical: BorderType.VERTICAL,
};

/** Où lire un côté dans Univer : quelle cellule de la plage, quel bord. */
const LECTURE: Record<Cote, { derniere: boolean; bord: keyof IBorderData }> = {
  EdgeTop: { derniere: false, bord: "t" },
  EdgeLeft: { derniere: false, bord: "l" },
  EdgeBottom: { derniere: true, bord: "b" },
  EdgeRight: { derniere: true, bord: "r" },
  InsideHorizontal: { derniere: false, bord: "b" },
  InsideVertical: { derniere: false, bord: "r" },
};

interface Trait {
  style: string;
  epaisseur: string;
  couleur: string;
}

const AUCUN: Trait = { style: "None", epaisseur: "Thin", couleur: "#000000" };

const PAR_STYLE: Record<string, BorderStyleTypes | null> = {
  None: BorderStyleTypes.NONE,
  Double: BorderStyleTypes.DOUBLE,
  Dot: BorderStyleTypes.DOTTED,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  Continuous: null,
};
const PAR_EPAISSEUR: Record<string, BorderStyleTypes> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};

/** Objet « RangeBorderCollection » du fil. */
export function objetBordures(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone
): ObjetHote {
  const cote = (nom: unknown) => {
    parmi(COTES, nom);
    return objetBordure(classeur, feuille, zone, nom as Cote);
  };
  return {
    type: "RangeBorderCollection",
    proprietes: {},
    elements: () => Object.keys(COTES).map(cote),
    acces: { GetItem: cote, [INDEXEUR]: cote },
  };
}

function objetBordure(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone,
  cote: Cote
): ObjetHote {
  let trait: Trait | undefined;
  const courant = () => trait ?? lireTrait(feuille, zone, cote);
  const changer = (partie: Partial<Trait>) => {
    const change = { ...courant(), ...partie };
    // Excel trace un trait continu dès qu'on lui donne une épaisseur ou une couleur.
    if (change.style === "None" && partie.style === undefined) change.style = "Continuous";
    trait = change;
    const contour = contourDe(classeur, feuille, zone);
    contour.traits.set(cote, change);
    contour.ensuite.push(() => (trait = undefined));
  };
  return {
    type: "RangeBorder",
    id: cote,
    proprietes: {
      SideIndex: lecture(() => cote),
      Style: lectureEcriture(
        () => courant().style,
        (style) => {
          parmi(PAR_STYLE, style);
          changer({ style: texte(style) });
        }
      ),
      Weight: lectureEcriture(
        () => courant().epaisseur,
        (epaisseur) => {
          parmi(PAR_EPAISSEUR, epaisseur);
          changer({ epaisseur: texte(epaisseur) });
        }
      ),
      Color: lectureEcriture(
        () => courant().couleur,
        (couleur) => changer({ couleur: texte(couleur) })
      ),
    },
  };
}

/** Les côtés d'une même plage, changés l'un après l'autre. */
interface Contour {
  cle: string;
  traits: Map<Cote, Trait>;
  /** À faire une fois tracés. */
  ensuite: (() => void)[];
}

/** Le dernier contour de chaque classeur : une autre plage en commence un neuf, pour que l'ordre des traits soit gardé. */
const DERNIERS = new WeakMap<ClasseurOuvert, Contour>();

function contourDe(classeur: ClasseurOuvert, feuille: FWorksheet, zone: Zone): Contour {
  const cle = `${feuille.getSheetId()}!${ecrireZone(zone)}`;
  const dernier = DERNIERS.get(classeur);
  if (dernier?.cle === cle) return dernier;
  const contour: Contour = { cle, traits: new Map(), ensuite: [] };
  DERNIERS.set(classeur, contour);
  classeur.enAttente.remplacer(contour, () => {
    DERNIERS.delete(classeur);
    if (classeur.feuille(feuille.getSheetId())) tracerTout(feuille, zone, contour.traits);
    for (const faire of contour.ensuite) faire();
  });
  return contour;
}

const BORDS: readonly Cote[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
const DEDANS: readonly Cote[] = ["InsideHorizontal", "InsideVertical"];

/** Univer trace d'un coup les côtés de même trait, bien plus vite que l'un après l'autre. */
const ENSEMBLES: readonly [BorderType, readonly Cote[]][] = [
  [BorderType.ALL, [...BORDS, ...DEDANS]],
  [BorderType.OUTSIDE, BORDS],
  [BorderType.INSIDE, DEDANS],
];

function tracerTout(feuille: FWorksheet, zone: Zone, traits: Map<Cote, Trait>): void {
  const restants = new Map(traits);
  for (const [type, cotes] of ENSEMBLES) {
    const [trait, ...autres] = cotes.map((cote) => restants.get(cote));
    if (!trait || !autres.every((autre) => autre && sontPareils(autre, trait))) continue;
    tracer(feuille, zone, type, trait);
    for (const cote of cotes) restants.delete(cote);
  }
  for (const [cote, trait] of restants) tracer(feuille, zone, COTES[cote], trait);
}

function tracer(feuille: FWorksheet, zone: Zone, type: BorderType, trait: Trait): void {
  agrandir(feuille, zone);
  const ligne = PAR_STYLE[trait.style] ?? PAR_EPAISSEUR[trait.epaisseur] ?? BorderStyleTypes.THIN;
  feuille
    .getRange(zone.ligne, zone.colonne, zone.hauteur, zone.largeur)
    .setBorder(type, ligne, trait.couleur);
}

function sontPareils(un: Trait, autre: Trait): boolean {
  return (
    un.style === autre.style && un.epaisseur === autre.epaisseur && un.couleur === autre.couleur
  );
}

/** Lit le trait sur une seule cellule du côté : assez pour nos tests, Excel rendrait `null` s'il varie. */
function lireTrait(feuille: FWorksheet, zone: Zone, cote: Cote): Trait {
  const { derniere, bord } = LECTURE[cote];
  const ligne = derniere ? zone.ligne + zone.hauteur - 1 : zone.ligne;
  const colonne = derniere ? zone.colonne + zone.largeur - 1 : zone.colonne;
  const trouve = feuille.getSheet().getComposedCellStyle(ligne, colonne).bd?.[bord];
  if (!trouve || trouve.s === BorderStyleTypes.NONE) return AUCUN;
  const couleur = trouve.cl.rgb?.toUpperCase() ?? "#000000";
  const style = Object.keys(PAR_STYLE).find((nom) => PAR_STYLE[nom] === trouve.s);
  const epaisseur = Object.keys(PAR_EPAISSEUR).find((nom) => PAR_EPAISSEUR[nom] === trouve.s);
  if (style) return { style, epaisseur: style === "Double" ? "Thick" : "Thin", couleur };
  return { style: "Continuous", epaisseur: epaisseur ?? "Thin", couleur };
}
