import {
  generateRandomId,
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import { InsertSheetCommand, type IInsertSheetCommandParams } from "@univerjs/sheets";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { COLLECTION, evenementsDe } from "../evenements";
import { texte, texteOuVide } from "../fil/arguments";
import { INDEXEUR, type ObjetHote } from "../fil/objet";
import { introuvable } from "../fil/protocole";
import { objetFeuille, verifierLeNom } from "./feuille";

/** Objet « WorksheetCollection » du fil. */
export function objetFeuilles(classeur: ClasseurOuvert): ObjetHote {
  const { univer } = classeur;
  const chercher = (cle: unknown) => {
    const feuille = classeur.feuille(texte(cle));
    return feuille && objetFeuille(classeur, feuille);
  };
  const trouver = (cle: unknown) => {
    const feuille = chercher(cle);
    if (!feuille) throw introuvable();
    return feuille;
  };
  const visibles = (visiblesSeules: unknown) =>
    univer.getSheets().filter((feuille) => visiblesSeules !== true || !feuille.isSheetHidden());
  return {
    type: "WorksheetCollection",
    proprietes: {},
    elements: () => univer.getSheets().map((feuille) => objetFeuille(classeur, feuille)),
    acces: {
      GetActiveWorksheet: () => objetFeuille(classeur, univer.getActiveSheet()),
      GetItem: trouver,
      [INDEXEUR]: trouver,
      GetItemOrNullObject: chercher,
      GetFirst: (visiblesSeules) => {
        const [premiere] = visibles(visiblesSeules);
        return premiere ? objetFeuille(classeur, premiere) : null;
      },
      Add: (nom) => trouver(ajouter(classeur, texteOuVide(nom))),
    },
    methodes: {
      GetCount: (visiblesSeules) => visibles(visiblesSeules).length,
      ...evenementsDe(classeur, COLLECTION),
    },
  };
}

/** Ajoute une feuille à la fin et rend son nom, sans l'activer : `insertSheet` d'Univer l'activerait, et redessinerait tout l'écran. */
function ajouter(classeur: ClasseurOuvert, demande: string): string {
  const nom = demande || nomLibre(classeur);
  verifierLeNom(classeur, nom);
  classeur.injector.get(ICommandService).syncExecuteCommand(InsertSheetCommand.id, {
    unitId: classeur.id,
    index: classeur.univer.getSheets().length,
    sheet: mergeWorksheetSnapshotWithDefault({ id: generateRandomId(), name: nom }),
  } satisfies IInsertSheetCommandParams);
  return nom;
}

function nomLibre(classeur: ClasseurOuvert): string {
  let numero = classeur.univer.getSheets().length + 1;
  while (classeur.feuille(`Feuil${numero}`)) numero += 1;
  return `Feuil${numero}`;
}
