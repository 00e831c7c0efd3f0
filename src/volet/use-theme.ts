import { webLightTheme, type Theme } from "@fluentui/react-components";
import { use, useSyncExternalStore } from "react";
import { quelTheme, type CouleursOffice, type NomDeTheme } from "./theme";

/** Le thème Fluent à employer ; suit les réglages du système quand ils changent. Suspend le temps de charger un thème sombre. */
export function useTheme(): Theme {
  const sombre = useRequeteMedia("(prefers-color-scheme: dark)");
  const contraste = useRequeteMedia("(forced-colors: active)");
  const nom = quelTheme(couleursOffice(), sombre, contraste);
  return nom === "clair" ? webLightTheme : use(chargerThemesSombres())[nom];
}

type ThemesSombres = Record<Exclude<NomDeTheme, "clair">, Theme>;

let themesSombres: Promise<ThemesSombres> | null = null;

function chargerThemesSombres(): Promise<ThemesSombres> {
  themesSombres ??= import(/* webpackChunkName: "themes-sombres" */ "./themes-sombres");
  return themesSombres;
}

/** Absent d'Excel sur le web, et de certaines versions de bureau, malgré les types. */
function couleursOffice(): CouleursOffice | undefined {
  if (typeof Office === "undefined") return undefined;
  const contexte: Partial<Office.Context> | undefined = Office.context;
  return contexte?.officeTheme;
}

function useRequeteMedia(requete: string): boolean {
  return useSyncExternalStore(
    (prevenir) => {
      const media = window.matchMedia(requete);
      media.addEventListener("change", prevenir);
      return () => media.removeEventListener("change", prevenir);
    },
    () => window.matchMedia(requete).matches
  );
}
