import { Component, type ReactNode } from "react";
import { VERSION } from "../redaction";

interface Etat {
  panne: Error | null;
}

/** Barrière d'erreur. Son repli n'emploie que du HTML : la panne peut venir de tout le reste. */
export class Barriere extends Component<{ children: ReactNode }, Etat> {
  override state: Etat = { panne: null };

  static getDerivedStateFromError(panne: Error): Etat {
    return { panne };
  }

  override render(): ReactNode {
    const { panne } = this.state;
    if (!panne) return this.props.children;
    return (
      <main role="alert">
        <h1>Le volet s’est arrêté</h1>
        <p>Une panne du complément, pas de votre classeur : il n’a pas été modifié par elle.</p>
        <p>Rouvrez le volet. Si cela se reproduit, transmettez les détails ci-dessous.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Rouvrir le volet
        </button>
        <details>
          <summary>Détails pour l’assistance</summary>
          <p>
            Complément CMS {VERSION} – {panne.name} : {panne.message}
          </p>
        </details>
      </main>
    );
  }
}
