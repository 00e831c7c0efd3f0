import { ICommandService, type ICommandInfo } from "@univerjs/core";
import {
  SelectionMoveType,
  SetSelectionsOperation,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from "@univerjs/sheets";
import { ecrireZone, type Zone } from "./adresse";
import { changeDesContenus } from "./calcul";
import type { ClasseurOuvert } from "./classeur-ouvert";
import type { ObjetHote } from "./fil/objet";
import { enZone } from "./zones-univer";

/** Numéros d'événement du fil, par nom d'inscription (`_Register…Event`). */
const TYPES = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
} as const;

type NomDEvenement = keyof typeof TYPES;

/** Événements d'une feuille, et de la collection (qui en a deux de plus, sous les mêmes noms). */
export const FEUILLE: NomDEvenement[] = [
  "DataChanged",
  "Activated",
  "Deactivated",
  "SelectionChanged",
];
export const COLLECTION: NomDEvenement[] = [...FEUILLE, "Added", "Deleted"];

const TOUTES_LES_FEUILLES = "*";

/** Inscriptions du complément ; à vider quand son volet se recharge. */
export class Abonnements {
  private readonly cles = new Set<string>();

  changer(nom: NomDEvenement, feuille: string, abonne: boolean): void {
    if (abonne) this.cles.add(`${nom}/${feuille}`);
    else this.cles.delete(`${nom}/${feuille}`);
  }

  a(nom: NomDEvenement, feuille: string): boolean {
    return this.cles.has(`${nom}/${feuille}`);
  }

  vider(): void {
    this.cles.clear();
  }
}

/** Méthodes d'inscription d'un objet du fil. */
export function evenementsDe(
  { abonnements }: ClasseurOuvert,
  noms: NomDEvenement[],
  feuille = TOUTES_LES_FEUILLES
): NonNullable<ObjetHote["methodes"]> {
  return Object.fromEntries(
    noms.flatMap((nom) => [
      [`_Register${nom}Event`, () => abonnements.changer(nom, feuille, true)],
      [`_Unregister${nom}Event`, () => abonnements.changer(nom, feuille, false)],
    ])
  );
}

interface Sortie {
  /** Événement d'Excel vers le complément. */
  evenement: (type: number, cible: string, details: Record<string, unknown>) => void;
  /** Événement commun à Office : la sélection du document a changé. */
  selection: () => void;
}

/** Écoute Univer et prévient le complément de ce à quoi il est abonné. */
export function ecouter(classeur: ClasseurOuvert, sortie: Sortie): void {
  const envoyer = (nom: NomDEvenement, feuille: string, details: Record<string, unknown>) => {
    const complets = { ...details, worksheetId: feuille };
    const { abonnements } = classeur;
    if (abonnements.a(nom, feuille)) sortie.evenement(TYPES[nom], feuille, complets);
    if (abonnements.a(nom, TOUTES_LES_FEUILLES)) {
      sortie.evenement(TYPES[nom], "Workbook", complets);
    }
  };
  const origine = () => ({
    source: "Local",
    triggerSource: classeur.complementEcrit ? "ThisLocalAddin" : "Unknown",
  });
  classeur.injector.get(ICommandService).onCommandExecuted((commande, options) => {
    if (options?.fromFormula) return;
    const zone = zoneChangee(commande);
    if (zone) {
      const address = ecrireZone(zone.zone);
      const details = { address, changeType: "RangeEdited", details: null, ...origine() };
      envoyer("DataChanged", zone.feuille, details);
    }
    const ajoutee = feuilleAjoutee(commande);
    if (ajoutee) envoyer("Added", ajoutee, origine());
    const supprimee = feuilleSupprimee(commande);
    if (supprimee) envoyer("Deleted", supprimee, origine());
  });
  ecouterLesFeuilles(classeur, envoyer);
  ecouterLaSelection(classeur, envoyer, sortie.selection);
}

type Envoyer = (nom: NomDEvenement, feuille: string, details: Record<string, unknown>) => void;

/** Ajouter une feuille l'active un instant dans Univer, pas dans Excel : on juge une fois l'action finie. */
function ecouterLesFeuilles({ api, univer }: ClasseurOuvert, envoyer: Envoyer): void {
  let active = univer.getActiveSheet().getSheetId();
  const comparer = () => {
    const nouvelle = univer.getActiveSheet().getSheetId();
    if (nouvelle === active) return;
    const precedente = active;
    active = nouvelle;
    envoyer("Deactivated", precedente, {});
    envoyer("Activated", nouvelle, {});
  };
  api.addEvent(api.Event.ActiveSheetChanged, () => queueMicrotask(comparer));
}

/** `Event.SelectionChanged` n'existe qu'avec la grille ; l'opération, elle, existe aussi sans écran. */
function ecouterLaSelection(
  { injector }: ClasseurOuvert,
  envoyer: Envoyer,
  prevenir: () => void
): void {
  let derniere = "";
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id) return;
    const { subUnitId, selections, type } = params as ISetSelectionsOperationParams;
    const enCours = type === SelectionMoveType.MOVE_START || type === SelectionMoveType.MOVING;
    const address = selections.map(({ range }) => ecrireZone(enZone(range))).join(",");
    if (enCours || derniere === `${subUnitId}!${address}`) return;
    derniere = `${subUnitId}!${address}`;
    envoyer("SelectionChanged", subUnitId, { address, isInsideTable: false });
    prevenir();
  });
}

function zoneChangee({
  id,
  params,
}: Readonly<ICommandInfo>): { feuille: string; zone: Zone } | null {
  if (id !== "sheet.mutation.set-range-values") return null;
  const ecriture = params as ISetRangeValuesMutationParams;
  if (!changeDesContenus(ecriture)) return null;
  const lignes = Object.entries(ecriture.cellValue ?? {}) as [string, object][];
  const colonnes = lignes.flatMap(([, ligne]) => Object.keys(ligne).map(Number));
  const enLignes = etendue(lignes.map(([ligne]) => Number(ligne)));
  const enColonnes = etendue(colonnes);
  if (!enLignes || !enColonnes) return null;
  const zone = {
    ligne: enLignes.debut,
    colonne: enColonnes.debut,
    hauteur: enLignes.nombre,
    largeur: enColonnes.nombre,
  };
  return { feuille: ecriture.subUnitId, zone };
}

/** Du plus petit au plus grand ; une boucle, car un collage peut toucher cent mille cellules. */
function etendue(rangs: number[]): { debut: number; nombre: number } | null {
  if (!rangs.length) return null;
  const debut = rangs.reduce((a, b) => Math.min(a, b));
  const fin = rangs.reduce((a, b) => Math.max(a, b));
  return { debut, nombre: fin - debut + 1 };
}

function feuilleAjoutee({ id, params }: Readonly<ICommandInfo>): string | undefined {
  if (id !== "sheet.mutation.insert-sheet") return undefined;
  return (params as { sheet: { id: string } }).sheet.id;
}

function feuilleSupprimee({ id, params }: Readonly<ICommandInfo>): string | undefined {
  if (id !== "sheet.mutation.remove-sheet") return undefined;
  return (params as { subUnitId: string }).subUnitId;
}
