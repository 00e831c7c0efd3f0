import type { IRange } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import {
  COLONNES_MAX,
  ecrireZone,
  citerFeuille,
  intersection,
  LIGNES_MAX,
  remplir,
  type Zone,
} from "../adresse";
import {
  agrandir,
  cellule,
  dansLaGrille,
  ecrireContenus,
  enTableau,
  formatDeNombre,
  formule,
  scalaire,
  texteAffiche,
  zoneUtilisee,
} from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { booleen, nombre, parmi, texte, texteOuVide } from "../fil/arguments";
import { lecture, lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { argumentInvalide, introuvable } from "../fil/protocole";
import { enFrancais, enInternational } from "../langue/francais";
import { estCodeDErreur } from "../langue/formats";
import { enPlage, enZone } from "../zones-univer";
import { objetConditionnelles } from "./conditionnelles";
import { objetFeuille } from "./feuille";
import { objetFormat } from "./format";
import { fusionner } from "./fusionner";
import { objetPlages } from "./plages";
import { appliquerPar, relever } from "./proprietes-de-plage";
import { lireAdresse } from "./references";
import { objetValidation } from "./validation";

/** Propriétés qui dépendent du calcul : on attend qu'il soit fini avant de les lire. */
const CALCULEES = /^(values|text|formulas|formulasLocal|valueTypes|hasSpill|\*|\$all)$/i;

/** Au-delà, Excel refuse aussi de rendre une plage en une fois. */
const CELLULES_MAX = 5_000_000;

/** Objet « Range » du fil, avec la feuille et le rectangle qu'il désigne. */
export interface ObjetPlage extends ObjetHote {
  zone: Zone;
  feuille: FWorksheet;
}

export function estPlage(valeur: unknown): valeur is ObjetPlage {
  return typeof valeur === "object" && valeur !== null && "zone" in valeur;
}

export function objetPlage(classeur: ClasseurOuvert, feuille: FWorksheet, zone: Zone): ObjetPlage {
  const { ligne, colonne, hauteur, largeur } = zone;
  const horsGrille =
    ligne < 0 ||
    colonne < 0 ||
    hauteur < 1 ||
    largeur < 1 ||
    ligne + hauteur > LIGNES_MAX ||
    colonne + largeur > COLONNES_MAX;
  if (horsGrille) throw argumentInvalide();
  return {
    type: "Range",
    zone,
    feuille,
    proprietes: {
      ...geometrie(feuille, zone),
      ...contenus(classeur, feuille, zone),
      RowHidden: masquage(feuille, zone, "lignes"),
      ColumnHidden: masquage(feuille, zone, "colonnes"),
    },
    objets: {
      Format: () => objetFormat(classeur, feuille, zone),
      Worksheet: () => objetFeuille(classeur, feuille),
      ConditionalFormats: () => objetConditionnelles(feuille, [zone]),
      DataValidation: () => objetValidation(classeur, feuille, zone),
    },
    acces: acces(classeur, feuille, zone),
    methodes: methodes(classeur, feuille, zone),
    avantLecture: async (noms) => {
      if (noms.some((nom) => CALCULEES.test(nom))) await classeur.calcul.repos();
    },
  };
}

function geometrie(feuille: FWorksheet, zone: Zone): Record<string, Propriete> {
  const adresse = () => `${citerFeuille(feuille.getSheetName())}!${ecrireZone(zone)}`;
  return {
    Address: lecture(adresse),
    AddressLocal: lecture(adresse),
    RowIndex: lecture(() => zone.ligne),
    ColumnIndex: lecture(() => zone.colonne),
    RowCount: lecture(() => zone.hauteur),
    ColumnCount: lecture(() => zone.largeur),
    CellCount: lecture(() => zone.hauteur * zone.largeur),
    IsEntireRow: lecture(() => zone.largeur >= COLONNES_MAX),
    IsEntireColumn: lecture(() => zone.hauteur >= LIGNES_MAX),
  };
}

function contenus(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone
): Record<string, Propriete> {
  const table = (lire: (ligne: number, colonne: number) => unknown) => () =>
    zone.hauteur * zone.largeur > CELLULES_MAX ? null : remplir(zone, lire);
  const valeur = (l: number, c: number) => scalaire(cellule(classeur, feuille, l, c));
  const formats = lectureEcriture(
    table((l, c) => formatDeNombre(feuille, l, c)),
    (valeurs) => ecrireFormats(feuille, zone, valeurs)
  );
  const ecrire = (valeurs: unknown) => ecrireContenus(feuille, zone, valeurs);
  return {
    Values: lectureEcriture(table(valeur), ecrire),
    Formulas: lectureEcriture(
      table((l, c) => formule(classeur, feuille, l, c) ?? valeur(l, c)),
      ecrire
    ),
    FormulasLocal: lectureEcriture(
      table((l, c) => {
        const trouvee = formule(classeur, feuille, l, c);
        return trouvee === null ? valeur(l, c) : enFrancais(trouvee);
      }),
      (valeurs) =>
        ecrireContenus(feuille, zone, valeurs, (v) =>
          typeof v === "string" ? enInternational(v) : v
        )
    ),
    Text: lecture(table((l, c) => texteAffiche(classeur, feuille, l, c))),
    ValueTypes: lecture(table((l, c) => typeDeValeur(valeur(l, c)))),
    NumberFormat: formats,
    HasSpill: lecture(() => {
      const etats = remplir(zone, (l, c) => mereDe(classeur, feuille, l, c) !== null).flat();
      return etats.every((etat) => etat === etats[0]) ? (etats[0] ?? false) : null;
    }),
  };
}

function typeDeValeur(valeur: number | string | boolean): string {
  if (valeur === "") return "Empty";
  if (typeof valeur === "number") return "Double";
  if (typeof valeur === "boolean") return "Boolean";
  return estCodeDErreur(valeur) ? "Error" : "String";
}

function ecrireFormats(feuille: FWorksheet, zone: Zone, valeurs: unknown): void {
  // Le client écrit souvent `[["0 %"]]` pour toute une plage.
  const seul = Array.isArray(valeurs) && valeurs.length === 1 && Array.isArray(valeurs[0]);
  const [premiere] = seul ? (valeurs[0] as unknown[]) : [];
  const unique = seul && (valeurs[0] as unknown[]).length === 1;
  const formats = enTableau(zone, unique ? premiere : valeurs).map((ligne) =>
    ligne.map((format) => (format === "General" ? "" : texte(format)))
  );
  agrandir(feuille, zone);
  feuille.getRange(zone.ligne, zone.colonne, zone.hauteur, zone.largeur).setNumberFormats(formats);
}

/** Vrai, faux, ou `null` si une partie seulement est masquée. */
function masquage(feuille: FWorksheet, zone: Zone, quoi: "lignes" | "colonnes"): Propriete {
  const lignes = quoi === "lignes";
  const borne = () => {
    const reelle = dansLaGrille(feuille, zone);
    return lignes
      ? { debut: reelle.ligne, nombre: reelle.hauteur }
      : { debut: reelle.colonne, nombre: reelle.largeur };
  };
  const masquee = (rang: number) =>
    lignes ? !feuille.getSheet().getRowVisible(rang) : !feuille.getSheet().getColVisible(rang);
  return lectureEcriture(
    () => {
      const { debut, nombre: combien } = borne();
      const etats = Array.from({ length: combien }, (_, i) => masquee(debut + i));
      return etats.every((etat) => etat === etats[0]) ? (etats[0] ?? false) : null;
    },
    (valeur) => {
      const { debut, nombre: combien } = borne();
      const cacher = booleen(valeur);
      if (lignes && cacher) feuille.hideRows(debut, combien);
      else if (lignes) feuille.showRows(debut, combien);
      else if (cacher) feuille.hideColumns(debut, combien);
      else feuille.showColumns(debut, combien);
    }
  );
}

function acces(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone
): NonNullable<ObjetHote["acces"]> {
  const plage = (partie: Partial<Zone>) => objetPlage(classeur, feuille, { ...zone, ...partie });
  const { ligne, colonne, hauteur, largeur } = zone;
  const utilisee = async (valeursSeules: unknown) => {
    await classeur.calcul.repos();
    const remplie = zoneUtilisee(classeur, feuille, valeursSeules === true);
    return remplie && intersection(zone, remplie);
  };
  return {
    GetCell: (l, c) =>
      plage({ ligne: ligne + nombre(l), colonne: colonne + nombre(c), hauteur: 1, largeur: 1 }),
    GetOffsetRange: (l, c) => plage({ ligne: ligne + nombre(l), colonne: colonne + nombre(c) }),
    GetResizedRange: (h, l) =>
      plage({ hauteur: hauteur + nombre(h), largeur: largeur + nombre(l) }),
    GetAbsoluteResizedRange: (h, l) => plage({ hauteur: nombre(h), largeur: nombre(l) }),
    GetRow: (rang) => plage({ ligne: ligne + nombre(rang), hauteur: 1 }),
    GetColumn: (rang) => plage({ colonne: colonne + nombre(rang), largeur: 1 }),
    GetLastRow: () => plage({ ligne: ligne + hauteur - 1, hauteur: 1 }),
    GetLastColumn: () => plage({ colonne: colonne + largeur - 1, largeur: 1 }),
    GetLastCell: () =>
      plage({ ligne: ligne + hauteur - 1, colonne: colonne + largeur - 1, hauteur: 1, largeur: 1 }),
    GetEntireRow: () => plage({ colonne: 0, largeur: COLONNES_MAX }),
    GetEntireColumn: () => plage({ ligne: 0, hauteur: LIGNES_MAX }),
    GetUsedRange: async (valeursSeules) =>
      plage((await utilisee(valeursSeules)) ?? { hauteur: 1, largeur: 1 }),
    GetUsedRangeOrNullObject: async (valeursSeules) => {
      const trouvee = await utilisee(valeursSeules);
      return trouvee && plage(trouvee);
    },
    GetIntersection: (autre) => {
      const commune = intersection(zone, zoneDe(classeur, feuille, autre));
      if (!commune) throw introuvable();
      return plage(commune);
    },
    GetIntersectionOrNullObject: (autre) => {
      const commune = intersection(zone, zoneDe(classeur, feuille, autre));
      return commune && plage(commune);
    },
    GetBoundingRect: (autre) => plage(reunion(zone, zoneDe(classeur, feuille, autre))),
    GetMergedAreasOrNullObject: () => {
      const fusions = feuille
        .getSheet()
        .getMergeData()
        .map(enZone)
        .filter((fusion) => intersection(zone, fusion) !== null);
      return fusions.length > 0 ? objetPlages(feuille, fusions) : null;
    },
    GetSpillParentOrNullObject: async () => {
      await classeur.calcul.repos();
      const mere = mereDe(classeur, feuille, ligne, colonne);
      return mere && plage({ ...mere, hauteur: 1, largeur: 1 });
    },
    GetSpillingToRangeOrNullObject: async () => {
      await classeur.calcul.repos();
      const etalee = zoneEtalee(classeur, feuille, ligne, colonne);
      return etalee && plage(etalee);
    },
  };
}

/** Rectangle rempli par la formule de cette cellule, si elle s'étale. */
export function zoneEtalee(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): Zone | null {
  const plages = classeur.formules.getArrayFormulaRange()[classeur.id]?.[feuille.getSheetId()];
  const trouvee = plages?.[ligne]?.[colonne];
  return trouvee ? enZone(trouvee) : null;
}

/** La cellule dont la formule s'étale sur celle-ci, elle comprise. */
function mereDe(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): Pick<Zone, "ligne" | "colonne"> | null {
  const plages = classeur.formules.getArrayFormulaRange()[classeur.id]?.[feuille.getSheetId()];
  for (const [l, colonnes] of Object.entries(plages ?? {})) {
    for (const [c, plage] of Object.entries(colonnes as Record<string, IRange | null>)) {
      const etalee = plage && enZone(plage);
      // Univer range parmi les formules étalées celles qui n'ont qu'un résultat.
      if (!etalee || etalee.hauteur * etalee.largeur === 1) continue;
      if (intersection(etalee, { ligne, colonne, hauteur: 1, largeur: 1 }))
        return { ligne: Number(l), colonne: Number(c) };
    }
  }
  return null;
}

/** Plus petit rectangle qui contient les deux. */
function reunion(a: Zone, b: Zone): Zone {
  const [une, autre] = [enPlage(a), enPlage(b)];
  return enZone({
    startRow: Math.min(une.startRow, autre.startRow),
    startColumn: Math.min(une.startColumn, autre.startColumn),
    endRow: Math.max(une.endRow, autre.endRow),
    endColumn: Math.max(une.endColumn, autre.endColumn),
  });
}

function zoneDe(classeur: ClasseurOuvert, feuille: FWorksheet, valeur: unknown): Zone {
  return estPlage(valeur) ? valeur.zone : lireAdresse(classeur, feuille, texte(valeur)).zone;
}

function methodes(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone
): NonNullable<ObjetHote["methodes"]> {
  const univer = () => {
    const reelle = dansLaGrille(feuille, zone);
    return feuille.getRange(reelle.ligne, reelle.colonne, reelle.hauteur, reelle.largeur);
  };
  const partie = (reduite: Zone) => objetPlage(classeur, feuille, reduite);
  return {
    // office.js écrit par morceaux un tableau de plus de 1 500 cellules, dont Excel vérifie d'abord la taille.
    _ValidateArraySize: (lignes, colonnes) => {
      if (nombre(lignes) !== zone.hauteur || nombre(colonnes) !== zone.largeur)
        throw argumentInvalide();
    },
    Select: () => {
      if (classeur.univer.getActiveSheet().getSheetId() !== feuille.getSheetId()) {
        classeur.univer.setActiveSheet(feuille);
      }
      univer().activate();
    },
    Clear: (quoi) => {
      const effacer = {
        "": () => univer().clear(),
        All: () => univer().clear(),
        Contents: () => univer().clearContent(),
        Formats: () => univer().clearFormat(),
      };
      const vider = parmi(effacer, texteOuVide(quoi));
      classeur.styles.faire();
      vider();
    },
    Merge: (parLigne) => fusionner(classeur, feuille, zone, parLigne === true),
    Unmerge: () => {
      univer().breakApart();
    },
    GetRowProperties: (demande) => relever("lignes", zone, demande, partie),
    GetColumnProperties: (demande) => relever("colonnes", zone, demande, partie),
    SetRowProperties: (liste) => appliquerPar("lignes", zone, liste, partie),
    SetColumnProperties: (liste) => appliquerPar("colonnes", zone, liste, partie),
    Calculate: () => classeur.calcul.recalculer(),
  };
}
