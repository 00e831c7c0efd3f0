import type { FWorksheet } from "@univerjs/sheets/facade";
import { COLONNES_MAX, LIGNES_MAX, type Zone } from "../adresse";
import { zoneUtilisee } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { evenementsDe, FEUILLE } from "../evenements";
import { booleen, entier, nombre, parmi, texte, texteOuVide } from "../fil/arguments";
import { lecture, lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { ErreurApi } from "../fil/protocole";
import { objetGraphiques } from "./graphiques";
import { objetMiseEnPage, objetSauts } from "./mise-en-page";
import { estPlage, objetPlage } from "./plage";
import { objetPlages } from "./plages";
import { objetProtection } from "./protection";
import { lireAdresse } from "./references";

const FEUILLE_ENTIERE: Zone = { ligne: 0, colonne: 0, hauteur: LIGNES_MAX, largeur: COLONNES_MAX };
const UNE_CELLULE: Zone = { ligne: 0, colonne: 0, hauteur: 1, largeur: 1 };

/** Objet « Worksheet » du fil. */
export function objetFeuille(classeur: ClasseurOuvert, feuille: FWorksheet): ObjetHote {
  const id = feuille.getSheetId();
  const plage = (zone: Zone) => objetPlage(classeur, feuille, zone);
  return {
    type: "Worksheet",
    id,
    proprietes: proprietes(classeur, feuille),
    objets: {
      Charts: () => objetGraphiques(classeur, feuille),
      FreezePanes: () => objetVolets(classeur, feuille),
      PageLayout: () => objetMiseEnPage(classeur, feuille),
      Protection: () => objetProtection(classeur, id),
      HorizontalPageBreaks: () => objetSauts(classeur, feuille),
    },
    acces: {
      GetRange: (adresse) => {
        const demandee = texteOuVide(adresse);
        if (demandee === "") return plage(FEUILLE_ENTIERE);
        const cible = lireAdresse(classeur, feuille, demandee);
        return objetPlage(classeur, cible.feuille, cible.zone);
      },
      GetRanges: (adresses) =>
        objetPlages(
          feuille,
          texte(adresses)
            .split(/[,;]/)
            .map((adresse) => lireAdresse(classeur, feuille, adresse.trim()).zone)
        ),
      GetRangeByIndexes: (ligne, colonne, hauteur, largeur) =>
        plage({
          ligne: nombre(ligne),
          colonne: nombre(colonne),
          hauteur: nombre(hauteur),
          largeur: nombre(largeur),
        }),
      GetCell: (ligne, colonne) =>
        plage({ ...UNE_CELLULE, ligne: nombre(ligne), colonne: nombre(colonne) }),
      GetUsedRange: async (valeursSeules) => {
        await classeur.calcul.repos();
        return plage(zoneUtilisee(classeur, feuille, valeursSeules === true) ?? UNE_CELLULE);
      },
      GetUsedRangeOrNullObject: async (valeursSeules) => {
        await classeur.calcul.repos();
        const utilisee = zoneUtilisee(classeur, feuille, valeursSeules === true);
        return utilisee && plage(utilisee);
      },
    },
    methodes: {
      Activate: () => {
        classeur.univer.setActiveSheet(feuille);
      },
      Delete: () => supprimer(classeur, feuille),
      Calculate: () => classeur.calcul.recalculer(),
      ...evenementsDe(classeur, FEUILLE, id),
    },
  };
}

function proprietes(classeur: ClasseurOuvert, feuille: FWorksheet): Record<string, Propriete> {
  const quadrillage = lectureEcriture(
    () => !feuille.hasHiddenGridLines(),
    (visible) => feuille.setHiddenGridlines(!booleen(visible))
  );
  return {
    Id: lecture(() => feuille.getSheetId()),
    Name: lectureEcriture(
      () => feuille.getSheetName(),
      (nom) => renommer(classeur, feuille, texte(nom))
    ),
    Position: lectureEcriture(
      () => feuille.getIndex(),
      (rang) => classeur.univer.moveSheet(feuille, nombre(rang))
    ),
    Visibility: lectureEcriture(
      () => (feuille.isSheetHidden() ? "Hidden" : "Visible"),
      (visibilite) => {
        const changer = {
          Visible: () => feuille.showSheet(),
          Hidden: () => feuille.hideSheet(),
          VeryHidden: () => feuille.hideSheet(),
        };
        parmi(changer, visibilite)();
      }
    ),
    TabColor: lectureEcriture(
      () => feuille.getTabColor() ?? "",
      (couleur) => feuille.setTabColor(texte(couleur))
    ),
    // Le client écrit « Gridlines » et lit « ShowGridlines ».
    Gridlines: quadrillage,
    ShowGridlines: quadrillage,
  };
}

/** Refuse un nom qu'Excel refuserait : vide, trop long, interdit ou déjà pris. */
export function verifierLeNom(classeur: ClasseurOuvert, nom: string, sauf?: FWorksheet): void {
  const interdit = nom === "" || nom.length > 31 || /[\\/?*[\]:]/.test(nom) || /^'|'$/.test(nom);
  if (interdit) throw new ErreurApi("InvalidArgument", "The worksheet name is invalid.");
  const prise = classeur.feuille(nom);
  if (!prise || prise.getSheetId() === sauf?.getSheetId()) return;
  throw new ErreurApi(
    "ItemAlreadyExists",
    "A resource with the same name or identifier already exists.",
    409
  );
}

function renommer(classeur: ClasseurOuvert, feuille: FWorksheet, nom: string): void {
  verifierLeNom(classeur, nom, feuille);
  feuille.setName(nom);
}

function supprimer(classeur: ClasseurOuvert, feuille: FWorksheet): void {
  const visibles = classeur.univer.getSheets().filter((f) => !f.isSheetHidden());
  if (visibles.length === 1 && visibles[0]?.getSheetId() === feuille.getSheetId()) {
    throw new ErreurApi(
      "InvalidOperation",
      "A workbook must contain at least one visible worksheet."
    );
  }
  classeur.univer.deleteSheet(feuille);
  classeur.graphiques.oublier(feuille.getSheetId());
}

/** Objet « WorksheetFreezePanes ». */
function objetVolets(classeur: ClasseurOuvert, feuille: FWorksheet): ObjetHote {
  return {
    type: "WorksheetFreezePanes",
    proprietes: {},
    acces: {
      GetLocationOrNullObject: () => {
        const { xSplit, ySplit } = feuille.getFreeze();
        if (xSplit <= 0 && ySplit <= 0) return null;
        return objetPlage(classeur, feuille, {
          ligne: 0,
          colonne: 0,
          hauteur: ySplit > 0 ? ySplit : LIGNES_MAX,
          largeur: xSplit > 0 ? xSplit : COLONNES_MAX,
        });
      },
    },
    methodes: {
      FreezeRows: (combien) => {
        feuille.setFrozenRows(entier(combien, 1));
      },
      FreezeColumns: (combien) => {
        feuille.setFrozenColumns(entier(combien, 1));
      },
      FreezeAt: (plage) => {
        const { zone } = estPlage(plage) ? plage : lireAdresse(classeur, feuille, texte(plage));
        const startRow = zone.ligne + zone.hauteur;
        const startColumn = zone.colonne + zone.largeur;
        feuille.setFreeze({ startRow, startColumn, ySplit: zone.hauteur, xSplit: zone.largeur });
      },
      Unfreeze: () => {
        feuille.cancelFreeze();
      },
    },
  };
}
