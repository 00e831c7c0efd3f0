import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Application } from "../../src/volet/application";
import { FournirClasseur } from "../../src/volet/classeur";
import type { Lignes } from "../outils/feuille-lue";
import { fauxClasseur } from "./faux-classeur";

/** Ouvre le volet sur une feuille. */
export function ouvrir(lignes: Lignes) {
  const classeur = fauxClasseur(lignes);
  const utilisateur = userEvent.setup();
  const { unmount } = render(
    <FournirClasseur value={classeur}>
      <Application />
    </FournirClasseur>
  );
  return { classeur, utilisateur, fermer: unmount };
}

/** Ouvre le volet et contrôle la feuille. */
export async function ouvrirEtControler(lignes: Lignes) {
  const ouvert = ouvrir(lignes);
  const bouton = screen.getByRole("button", { name: "Contrôler cette feuille" });
  await ouvert.utilisateur.click(bouton);
  await screen.findByRole("tabpanel");
  return ouvert;
}
