import type { Racines } from "../fil/chemins";
import type { ObjetHote } from "../fil/objet";

interface Prevenir {
  /** office.js est prêt à faire tourner les fonctions. */
  fonctionsPretes: () => void;
}

/** Objets que le client crée en dehors d'Excel, au démarrage d'un complément à exécution partagée. */
export function services({ fonctionsPretes }: Prevenir): Racines["services"] {
  let etat = "Background";
  const service = (type: string, methodes: ObjetHote["methodes"]) => (): ObjetHote => ({
    type,
    proprietes: {},
    methodes,
  });
  return {
    "Microsoft.InternalService.AddinInternalService": service("AddinInternalService", {
      NotifyActionHandlerReady: () => undefined,
    }),
    "Microsoft.AppRuntime.AppRuntimeService": service("AppRuntimeService", {
      SetAppRuntimeState: (demande) => {
        etat = String(demande);
      },
      GetAppRuntimeState: () => etat,
    }),
    "Microsoft.ExcelServices.CustomFunctions": service("CustomFunctions", {
      _SetOsfControlContainerReadyForCustomFunctions: fonctionsPretes,
      _GetEnabledFeatures: () => [],
    }),
  };
}
