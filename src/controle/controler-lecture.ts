import { normaliserMot } from "../regles";
import type { LectureDeFeuille, TableauTrouve } from "../tableau";
import type { Decoupage } from "../territoire";
import type { Controle, ControleDuClasseur } from "./bilan";
import type { Constat } from "./constat";
import type { ContexteDeControle, ContextesParEpci } from "./contexte";
import { periodeLue } from "./controler-periode";
import { controlerTableau } from "./controler-tableau";
import { juger, lePire } from "./juger";
import type { VersionSignee } from "./version-signee";

/**
 * Contrôle tout ce qui a été lu, d'une feuille ou de plusieurs : un contrôle par tableau et par EPCI, dans l'ordre de lecture, et ce qui ne se voit
 * qu'en les rapprochant. N'importe quelle lecture reçoit une réponse : jamais d'exception.
 * @param contexte Ce que l'agent a répondu : pour tout ce qui est lu, ou EPCI par EPCI (`null` : un EPCI que rien ne nomme).
 * @param decoupage Quelle commune est dans quel EPCI ; sans lui, ce n'est pas contrôlé.
 * @param versions Ce qui a été signé ; un tableau se compare à la version en vigueur de son EPCI et de sa période.
 */
export function controlerLecture(
  lecture: LectureDeFeuille | readonly LectureDeFeuille[],
  contexte: ContexteDeControle | ContextesParEpci = {},
  decoupage: Decoupage | null = null,
  versions: readonly VersionSignee[] = []
): ControleDuClasseur {
  const contexteDe = typeof contexte === "function" ? contexte : () => contexte;
  const lectures = "tableaux" in lecture ? [lecture] : lecture;
  const tableaux = lectures.flatMap((lue) => lue.tableaux);
  const retenus = tableaux.filter((tableau) => !estDepasse(tableau, tableaux, contexteDe));
  const constats: Constat[] = signalerTableaux(tableaux, retenus, contexteDe);
  const controles = tableaux.flatMap((tableau) => {
    const retenu = retenus.includes(tableau);
    const communs = retenu ? constats : [];
    return controlerTableau(tableau, contexteDe, decoupage, versions, communs).map((controle) => ({
      ...controle,
      retenu,
    }));
  });
  const rapproches = signalerMelanges(controles);
  const verdicts = rapproches.filter(({ retenu }) => retenu).map(({ verdict }) => verdict);
  if (verdicts.length > 0) verdicts.push(juger(constats, []));
  return {
    verdict: lePire(verdicts),
    controles: rapproches,
    constats,
    absences:
      tableaux.length > 0 ? [] : lectures.flatMap(({ absence }) => (absence ? [absence] : [])),
  };
}

/** Un tableau d'une période passée, quand celui de la période suivante est là : du même EPCI, ou d'un EPCI que l'un des deux ne nomme pas. */
function estDepasse(
  tableau: TableauTrouve,
  tableaux: readonly TableauTrouve[],
  contexteDe: ContextesParEpci
): boolean {
  const periode = periodeDe(tableau, contexteDe);
  return tableaux.some((autre) => {
    const sienne = periodeDe(autre, contexteDe);
    if (periode === null || sienne === null || sienne <= periode) return false;
    const [un, deux] = [tableau, autre].map(({ epci }) => normaliserMot(epci?.valeur ?? ""));
    return un === "" || deux === "" || un === deux;
  });
}

function periodeDe(tableau: TableauTrouve, contexteDe: ContextesParEpci): string | null {
  return periodeLue(tableau, contexteDe(tableau.epci?.valeur ?? null));
}

/** Plusieurs tableaux : dire lesquels font le verdict. */
function signalerTableaux(
  tableaux: readonly TableauTrouve[],
  retenus: readonly TableauTrouve[],
  contexteDe: ContextesParEpci
): Constat[] {
  if (tableaux.length < 2) return [];
  const placer = (
    tableau: TableauTrouve
  ): { feuille: string; plage: string; periode: string | null } => ({
    feuille: tableau.feuille,
    plage: tableau.plage,
    periode: periodeDe(tableau, contexteDe),
  });
  return [
    {
      gravite: "information",
      code: "plusieurs-tableaux",
      article: "guide, annexe 3",
      valeurs: {
        lus: retenus.map(placer),
        ecartes: tableaux.filter((tableau) => !retenus.includes(tableau)).map(placer),
      },
    },
  ];
}

/** Un abaissant et un mutualisant pour le même EPCI et la même période ne se combinent pas : dit sur chacun. Sans nom d'EPCI, sur une même feuille. */
function signalerMelanges(controles: readonly Controle[]): Controle[] {
  const modes = new Map<string, Set<string>>();
  const cleDe = ({ epci, tableau, bareme }: Controle): string =>
    `${bareme.periode}/${epci === null ? `feuille ${tableau.feuille}` : normaliserMot(epci)}`;
  for (const controle of controles.filter(({ retenu }) => retenu)) {
    const cle = cleDe(controle);
    modes.set(cle, (modes.get(cle) ?? new Set()).add(controle.type));
  }
  return controles.map((controle) => {
    const siens = modes.get(cleDe(controle));
    const meles = siens?.has("abaissant") && siens.has("mutualisant");
    const enCause = controle.type === "abaissant" || controle.type === "mutualisant";
    if (!controle.retenu || !meles || !enCause) return controle;
    const melange: Constat = {
      gravite: "erreur",
      code: "contrats-melanges",
      article: "guide",
      valeurs: { epci: controle.epci },
    };
    const constats = [melange, ...controle.constats];
    return { ...controle, constats, verdict: juger(constats, controle.conditions) };
  });
}
