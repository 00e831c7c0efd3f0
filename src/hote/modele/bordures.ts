import { BorderStyleTypes, type IBorderStyleData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { remplir, type Zone } from "../adresse";
import { zoneReelle } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { parmi, texte } from "../fil/arguments";
import { INDEXEUR, lecture, lectureEcriture, type ObjetHote } from "../fil/objet";

type Cote =
  "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** Où Univer garde un côté : le bord d'une cellule de la zone, et le bord opposé de la cellule d'à côté. */
interface Bord {
  bord: "t" | "b" | "l" | "r";
  oppose: "t" | "b" | "l" | "r";
  voisine: { ligne: number; colonne: number };
}

const HAUT: Bord = { bord: "t", oppose: "b", voisine: { ligne: -1, colonne: 0 } };
const BAS: Bord = { bord: "b", oppose: "t", voisine: { ligne: 1, colonne: 0 } };
const GAUCHE: Bord = { bord: "l", oppose: "r", voisine: { ligne: 0, colonne: -1 } };
const DROITE: Bord = { bord: "r", oppose: "l", voisine: { ligne: 0, colonne: 1 } };

const BORDS: Record<Cote, Bord> = {
  EdgeTop: HAUT,
  EdgeBottom: BAS,
  EdgeLeft: GAUCHE,
  EdgeRight: DROITE,
  InsideHorizontal: BAS,
  InsideVertical: DROITE,
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
    parmi(BORDS, nom);
    return objetBordure(classeur, feuille, zone, nom as Cote);
  };
  return {
    type: "RangeBorderCollection",
    proprietes: {},
    elements: () => Object.keys(BORDS).map(cote),
    acces: { GetItem: cote, [INDEXEUR]: cote },
  };
}

function objetBordure(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone,
  cote: Cote
): ObjetHote {
  let trace: Trait | undefined;
  const courant = () => lireTrait(classeur, feuille, zone, cote);
  const changer = (partie: Partial<Trait>) => {
    const avant = courant();
    const change = { ...avant, ...partie };
    // Excel trace un trait continu dès qu'on lui donne une épaisseur ou une couleur.
    if (change.style === "None" && partie.style === undefined) change.style = "Continuous";
    // Le style posé, dire « fin » ne change rien : une feuille entière serait retracée.
    if (trace && sontPareils(trace, change) && sontPareils(avant, change)) return;
    tracer(classeur, feuille, zone, cote, change);
    trace = change;
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

function sontPareils(un: Trait, autre: Trait): boolean {
  return (
    un.style === autre.style && un.epaisseur === autre.epaisseur && un.couleur === autre.couleur
  );
}

/** Donne ce trait à un côté. Deux cellules voisines ont chacune leur bord au même endroit : le dernier trait posé y remplace l'autre. */
function tracer(
  { styles }: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone,
  cote: Cote,
  trait: Trait
): void {
  const { bord, oppose, voisine } = BORDS[cote];
  const donnees = enDonnees(trait);
  remplir(partieDe(zoneReelle(feuille, zone), cote), (ligne, colonne) => {
    styles.poser(feuille, ligne, colonne, { bd: { [bord]: donnees } });
    const [l, c] = [ligne + voisine.ligne, colonne + voisine.colonne];
    if (l < 0 || c < 0) return;
    if (styles.bord(feuille, l, c, oppose)) styles.poser(feuille, l, c, { bd: { [oppose]: null } });
  });
}

/** Les cellules de la zone qui portent ce côté. */
function partieDe(zone: Zone, cote: Cote): Zone {
  const { ligne, colonne, hauteur, largeur } = zone;
  switch (cote) {
    case "EdgeTop":
      return { ...zone, hauteur: 1 };
    case "EdgeBottom":
      return { ...zone, ligne: ligne + hauteur - 1, hauteur: 1 };
    case "EdgeLeft":
      return { ...zone, largeur: 1 };
    case "EdgeRight":
      return { ...zone, colonne: colonne + largeur - 1, largeur: 1 };
    case "InsideHorizontal":
      return { ...zone, hauteur: hauteur - 1 };
    case "InsideVertical":
      return { ...zone, largeur: largeur - 1 };
  }
}

function enDonnees({ style, epaisseur, couleur }: Trait): IBorderStyleData | null {
  if (style === "None") return null;
  const s = PAR_STYLE[style] ?? PAR_EPAISSEUR[epaisseur] ?? BorderStyleTypes.THIN;
  return { s, cl: { rgb: couleur } };
}

/** Lit le trait sur une seule cellule du côté : assez pour nos tests, Excel rendrait `null` s'il varie. */
function lireTrait({ styles }: ClasseurOuvert, feuille: FWorksheet, zone: Zone, cote: Cote): Trait {
  const { ligne, colonne } = partieDe(zone, cote);
  const { bord, oppose, voisine } = BORDS[cote];
  const trouve =
    styles.bord(feuille, ligne, colonne, bord) ??
    styles.bord(feuille, ligne + voisine.ligne, colonne + voisine.colonne, oppose);
  if (!trouve || trouve.s === BorderStyleTypes.NONE) return AUCUN;
  const couleur = trouve.cl.rgb?.toUpperCase() ?? "#000000";
  const style = Object.keys(PAR_STYLE).find((nom) => PAR_STYLE[nom] === trouve.s);
  const epaisseur = Object.keys(PAR_EPAISSEUR).find((nom) => PAR_EPAISSEUR[nom] === trouve.s);
  if (style) return { style, epaisseur: style === "Double" ? "Thick" : "Thin", couleur };
  return { style: "Continuous", epaisseur: epaisseur ?? "Thin", couleur };
}
