import type { LotDuFil, ReponseDuFil } from "../fil/protocole";
import { ApiCommune, type Document } from "./api-commune";
import { contexte } from "./contexte";
import type { Theme } from "./theme";

/**
 * `window.external` : le bout d'Excel pour Windows auquel office.js parle quand il tourne dans Office.
 * À poser dans la fenêtre du complément AVANT qu'office.js s'y charge.
 */

/** Numéros d'appel (« dispid ») et d'événement du client. */
const PROCESS_QUERY = 93;
const MESSAGES = 33;
const SELECTION_DU_DOCUMENT = 2;

const ERREUR_INTERNE = 5001;

type Rappel = (statut: unknown, heure?: number) => void;
type Recepteur = (evenement: number, donnees: unknown) => void;

/** Un aller-retour : ce que le complément a demandé, ce que l'hôte a répondu. */
export interface AllerRetour {
  lot: LotDuFil;
  octets: number;
  octetsDeReponse: number;
}

export interface OptionsDuBureau {
  traiter: (lot: LotDuFil) => Promise<ReponseDuFil>;
  document: Document;
  theme: () => Theme;
  nomDeFichier: () => string;
  /** Reçoit les fautes de l'hôte. */
  signaler: (erreur: unknown) => void;
  surAllerRetour?: (allerRetour: AllerRetour) => void;
}

/** Ce que le reste de l'hôte peut envoyer au complément. */
export interface Bureau {
  evenement: (type: number, cible: string, details: Record<string, unknown>) => void;
  selectionDuDocument: () => void;
}

/** Le client demande `toArray()` au tableau le plus extérieur, comme à un SAFEARRAY. */
function tableau<T>(elements: T[]): T[] & { toArray: () => T[] } {
  return Object.assign(elements, { toArray: () => elements });
}

export function installerLeBureau(fenetre: Window, options: OptionsDuBureau): Bureau {
  const recepteurs = new Map<number, Recepteur>();
  const communes = new ApiCommune(options.document, options.nomDeFichier);
  const plusTard = (agir: () => void) => void fenetre.setTimeout(agir, 0);
  const reglagesDuDocument = new Map<string, string>();
  let file = Promise.resolve();

  /** Les lots passent un par un, dans l'ordre. */
  const traiterUnLot = (message: unknown[], rappel: Rappel) => {
    file = file.then(async () => {
      try {
        const corps = String(message[4]);
        const lot = JSON.parse(corps) as LotDuFil;
        const reponse = JSON.stringify(await options.traiter(lot));
        options.surAllerRetour?.({ lot, octets: poids(corps), octetsDeReponse: poids(reponse) });
        rappel(tableau([0, [200, ["Content-Type", "application/json"], reponse]]), 0);
      } catch (erreur) {
        options.signaler(erreur);
        rappel(ERREUR_INTERNE, 0);
      }
    });
  };

  const externe = {
    GetHostInfo: () => "Excel$Win32$16.01$fr-FR$telemetry$$disableLogging$3",
    GetContext: () => contexte(options.theme, options.nomDeFichier, reglagesDuDocument),
    GetLoggingAllowed: () => false,
    Execute(numero: number, parametres: unknown[], rappel: Rappel) {
      if (numero === PROCESS_QUERY) return traiterUnLot(parametres[0] as unknown[], rappel);
      plusTard(() => {
        communes.repondre(numero, parametres).then(
          (reponse) => rappel(reponse ? tableau([0, ...reponse]) : ERREUR_INTERNE, 0),
          () => rappel(ERREUR_INTERNE, 0)
        );
      });
    },
    RegisterEvent(numero: number, _cible: string, recepteur: Recepteur, rappel: Rappel) {
      recepteurs.set(numero, recepteur);
      plusTard(() => rappel(0));
    },
    UnregisterEvent(numero: number, _cible: string, rappel: Rappel) {
      recepteurs.delete(numero);
      plusTard(() => rappel(0));
    },
  };
  Object.defineProperty(fenetre, "external", { configurable: true, value: externe });

  return {
    evenement: (type, cible, details) => {
      const message = [65536, type, cible, JSON.stringify(details), 0, false];
      recepteurs.get(MESSAGES)?.(MESSAGES, tableau([message]));
    },
    selectionDuDocument: () =>
      plusTard(() => recepteurs.get(SELECTION_DU_DOCUMENT)?.(SELECTION_DU_DOCUMENT, tableau([]))),
  };
}

/** Octets d'un texte en UTF-8, tel qu'il passe sur le fil. */
function poids(texte: string): number {
  return new TextEncoder().encode(texte).length;
}
