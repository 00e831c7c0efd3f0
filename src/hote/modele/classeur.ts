import type { Zone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { lecture, type ObjetHote } from "../fil/objet";
import { objetFeuilles } from "./feuilles";
import { objetNoms } from "./noms";
import { objetPlage } from "./plage";
import { objetProtection } from "./protection";
import { objetReglages } from "./reglages";

/** Objet « Workbook », racine de tous les chemins du fil. */
export function objetClasseur(classeur: ClasseurOuvert): ObjetHote {
  const { univer } = classeur;
  return {
    type: "Workbook",
    proprietes: {
      Name: lecture(() => classeur.nomDeFichier),
      ReadOnly: lecture(() => false),
    },
    objets: {
      Worksheets: () => objetFeuilles(classeur),
      Names: () => objetNoms(classeur),
      Settings: () => objetReglages(classeur),
      Application: () => objetApplication(classeur),
      Protection: () => objetProtection(classeur, classeur.id),
    },
    acces: {
      GetSelectedRange: () =>
        objetPlage(classeur, univer.getActiveSheet(), zoneDe(univer.getActiveRange())),
      GetActiveCell: () =>
        objetPlage(classeur, univer.getActiveSheet(), {
          ...zoneDe(univer.getActiveCell()),
          hauteur: 1,
          largeur: 1,
        }),
    },
  };
}

/** Sans sélection (classeur sans grille), Excel en serait à A1. */
function zoneDe(plage: ReturnType<ClasseurOuvert["univer"]["getActiveRange"]>): Zone {
  if (!plage) return { ligne: 0, colonne: 0, hauteur: 1, largeur: 1 };
  return {
    ligne: plage.getRow(),
    colonne: plage.getColumn(),
    hauteur: plage.getHeight(),
    largeur: plage.getWidth(),
  };
}

function objetApplication(classeur: ClasseurOuvert): ObjetHote {
  return {
    type: "Application",
    proprietes: {
      CalculationMode: lecture(() => "Automatic"),
      CalculationState: lecture(() => "Done"),
      DecimalSeparator: lecture(() => ","),
      ThousandsSeparator: lecture(() => "\u202f"),
      UseSystemSeparators: lecture(() => true),
    },
    objets: {
      CultureInfo: () => ({ type: "CultureInfo", proprietes: { Name: lecture(() => "fr-FR") } }),
    },
    methodes: {
      // La grille se redessine d'elle-même, une fois le lot fini : rien à suspendre.
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      Calculate: async () => {
        classeur.calcul.recalculer();
        await classeur.calcul.repos();
      },
    },
  };
}
