import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export interface Slack {
  blocks: KnownBlock[];
  home: HomeView;
  modal: ModalView;
}
